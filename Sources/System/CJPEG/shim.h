#pragma once
#include <setjmp.h>
#include <stddef.h>
#include <stdio.h>
#include <jpeglib.h>

// libjpeg leaves a failure by a jump or by exit(3), and Swift survives neither: both begin and end
// in these functions, with no frame of Swift between them.

typedef struct {
    struct jpeg_error_mgr base;
    jmp_buf back;
    char *message;
} bijak_jpeg_errors;

static inline void bijak_jpeg_leave(j_common_ptr info) {
    bijak_jpeg_errors *errors = (bijak_jpeg_errors *)info->err;
    errors->base.format_message(info, errors->message);
    longjmp(errors->back, 1);
}

// Below zero are warnings: libjpeg would make something up for what is damaged.
static inline void bijak_jpeg_say(j_common_ptr info, int level) {
    if (level < 0) bijak_jpeg_leave(info);
}

static inline void bijak_jpeg_progress(j_common_ptr info) {
    bijak_jpeg_errors *errors = (bijak_jpeg_errors *)info->err;
    if (((j_decompress_ptr)info)->input_scan_number <= 100) return;
    snprintf(errors->message, JMSG_LENGTH_MAX, "it has more than 100 scans");
    longjmp(errors->back, 1);
}

// Decodes a picture and throws its pixels away. Returns 1 if it was whole and of that size; else 0
// with the reason in `message`, which has room for bijak_jpeg_message_size.
static const size_t bijak_jpeg_message_size = JMSG_LENGTH_MAX;

static inline int bijak_jpeg_is_sound(
    const unsigned char *bytes, unsigned long count, unsigned width, unsigned height,
    char *message) {
    struct jpeg_decompress_struct info;
    struct jpeg_progress_mgr progress;
    bijak_jpeg_errors errors;
    info.err = jpeg_std_error(&errors.base);
    errors.base.error_exit = bijak_jpeg_leave;
    errors.base.emit_message = bijak_jpeg_say;
    errors.message = message;
    message[0] = 0;
    if (setjmp(errors.back)) {
        jpeg_destroy_decompress(&info);
        return 0;
    }
    jpeg_create_decompress(&info);
    progress.progress_monitor = bijak_jpeg_progress;
    info.progress = &progress;
    jpeg_mem_src(&info, bytes, count);
    jpeg_read_header(&info, TRUE);
    jpeg_start_decompress(&info);
    int isSized = info.output_width == width && info.output_height == height;
    JSAMPARRAY row = (*info.mem->alloc_sarray)(
        (j_common_ptr)&info, JPOOL_IMAGE, info.output_width * info.output_components, 1);
    while (info.output_scanline < info.output_height) jpeg_read_scanlines(&info, row, 1);
    jpeg_finish_decompress(&info);
    jpeg_destroy_decompress(&info);
    if (!isSized) snprintf(message, JMSG_LENGTH_MAX, "its headers tell of two sizes");
    return isSized;
}
