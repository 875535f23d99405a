#ifndef SEGLAB_CRYPTO_SHIM_H
#define SEGLAB_CRYPTO_SHIM_H

#include <openssl/evp.h>

#endif
