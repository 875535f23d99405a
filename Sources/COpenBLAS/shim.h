#ifndef SEGLAB_OPENBLAS_SHIM_H
#define SEGLAB_OPENBLAS_SHIM_H

#include <cblas.h>

#endif
