// libcmark: the reference implementation of CommonMark, 0.30 or newer.
#include <cmark.h>
