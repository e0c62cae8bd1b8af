#pragma once
#include <png.h>

// Formats of the simplified API, which are macros that Swift does not see.
static const png_uint_32 bijak_png_color = PNG_FORMAT_FLAG_COLOR;
static const png_uint_32 bijak_png_alpha = PNG_FORMAT_FLAG_ALPHA;
static const png_uint_32 bijak_png_deep_srgb = PNG_IMAGE_FLAG_16BIT_sRGB;
static const png_uint_32 bijak_png_version = PNG_IMAGE_VERSION;
