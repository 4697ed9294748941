/**
 * @file
 * The C interface of tiendo: how far along a plan is, exactly, on a given day, and why. Long
 * because it is the one header: nothing else is promised to users of the shared library.
 *
 * What is said here once holds for every function below.
 *
 * 1. A function that can fail returns a #tiendo_status, TIENDO_OK (0) or one of the numbers of
 *     TIENDO_E_. Results come through pointers, the last parameters. After a failure a handle
 *     that was to be made is NULL, a text buffer holds the empty text or what it held, its length
 *     may have been set, and every other result is untouched. Nothing is half-done: a log that
 *     refuses a table is as it was. TIENDO_E_ROWS is the exception: the results say of each row
 *     whether it is refused, and texts that are not are read.
 * 2. Every function that takes a context may also return TIENDO_E_BUSY, TIENDO_E_NO_MEMORY and
 *     TIENDO_E_INTERNAL, and those that tell a watcher TIENDO_E_CANCELLED; its block names the
 *     others. A context of NULL is TIENDO_E_INVALID_ARG.
 * 3. The context keeps the record of the last call that was made with it: status, code, sentence
 *     and place. Each call clears it first, so it is never stale; the functions that read it
 *     (tiendo_context_last_error() and those of the findings) leave it alone. What the reading
 *     functions and the checks found stays until the next of them.
 * 4. Text goes in as UTF-8, a pointer and a length in bytes; TIENDO_NTS (-1) as the length says
 *     that the text ends at its first zero byte. Names of files and the members of structures
 *     always end at a zero byte. What is passed in is used or copied during the call. Text that
 *     is not UTF-8 is TIENDO_E_ENCODING; names of files are bytes and come back as they were
 *     given.
 * 5. Text comes out into a buffer of the caller: `buffer`, its `capacity` in bytes, and
 *     `length`, which receives the bytes of the text without the zero byte at its end. With a
 *     capacity of at most the length, TIENDO_E_SMALL_BUFFER is returned and the buffer holds the
 *     empty text: make it one byte longer than the length and call again. A buffer of NULL with a
 *     capacity of 0 asks for the length. The library never hands out memory to be freed; the few
 *     functions that return `const char*` return constants. What can be read but once is written
 *     to a function of the caller instead (#tiendo_take).
 * 6. Handles are made by one function and ended by the `_destroy` of their kind, once; NULL may
 *     be destroyed. Each shares what it needs: they may be destroyed in any order, and a context
 *     may be destroyed before what was made with it.
 * 7. A context is used by one thread at a time and may move between threads; use by two at once
 *     is noticed: the second gets TIENDO_E_BUSY and the record is untouched. Plans, reports, work
 *     and expressions never change: any number of threads use them, each with its own context.
 *     Builders of plans and partials are used by one thread at a time, noticed likewise. Tasks are
 *     filled by one at a time, noticed too; so are observations until the first report is made of
 *     them, which do not change after that unless tiendo_observations_reopen() lets them. A handle
 *     must not be destroyed while a call uses it.
 * 8. There is no global state, no initialisation and no environment variable; nothing depends on
 *     the clock or on the locale; nothing is written to the terminal. No C++ exception leaves the
 *     library.
 * 9. Codes are int32_t with the numbers below. Numbers are added, never changed or used again,
 *     and a caller must accept ones it does not know. 0 is the default where a parameter may be
 *     left open.
 * 10. A structure begins with `struct_size`, which the caller sets to sizeof of the structure,
 *     for results too. A structure shorter than its first version is TIENDO_E_INVALID_ARG. One
 *     that is longer than the library knows is read if the rest is zero, else
 *     TIENDO_E_UNSUPPORTED, and filled with zeros behind what the library knows. So old programs
 *     run with new libraries and new ones with old. tiendo_decimal and tiendo_period are the
 *     exceptions: they have no size and never change. Structures that are passed in as an array
 *     all have one size.
 * 11. Days are int32_t, days since 1970-01-01, from -208188 (1400-01-01) to 2932896 (9999-12-31).
 *     What may be absent has a member `has_...` beside it. Figures are exact; they are rounded
 *     once, when asked for as a decimal or as text.
 * 12. The ABI has a version, TIENDO_ABI_VERSION, the number in the name libtiendo_c.so.0. Within
 *     one version no function is removed or changed, codes keep their numbers, structures grow only
 *     at their end, and only those with a size: a program runs with every later library. It need
 *     not run with an earlier one. What is not in this header is not promised; of the core of the
 *     library, written in C++, nothing is exported. A function that is to go is marked with
 *     TIENDO_DEPRECATED, warns where it is compiled for two minor releases and two years at least,
 *     and works until the next version of the ABI. Version 0 is not yet frozen: until 1.0 an
 *     incompatible change raises the minor version of the library and is named in the change log.
 */
#ifndef TIENDO_H
#define TIENDO_H

#include <stdint.h>

/** @cond */
/*
 * The C data interface and the C stream interface of Apache Arrow, as they stand in its
 * specification: whoever has them already keeps his own.
 */
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

#ifdef __cplusplus
extern "C" {
#endif

struct ArrowSchema {
  const char* format;
  const char* name;
  const char* metadata;
  int64_t flags;
  int64_t n_children;
  struct ArrowSchema** children;
  struct ArrowSchema* dictionary;
  void (*release)(struct ArrowSchema*);
  void* private_data;
};

struct ArrowArray {
  int64_t length;
  int64_t null_count;
  int64_t offset;
  int64_t n_buffers;
  int64_t n_children;
  const void** buffers;
  struct ArrowArray** children;
  struct ArrowArray* dictionary;
  void (*release)(struct ArrowArray*);
  void* private_data;
};

#ifdef __cplusplus
}
#endif

#endif /* ARROW_C_DATA_INTERFACE */

#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE

#ifdef __cplusplus
extern "C" {
#endif

struct ArrowArrayStream {
  int (*get_schema)(struct ArrowArrayStream*, struct ArrowSchema* out);
  int (*get_next)(struct ArrowArrayStream*, struct ArrowArray* out);
  const char* (*get_last_error)(struct ArrowArrayStream*);
  void (*release)(struct ArrowArrayStream*);
  void* private_data;
};

#ifdef __cplusplus
}
#endif

#endif /* ARROW_C_STREAM_INTERFACE */
/** @endcond */

#if defined(_WIN32) && !defined(TIENDO_STATIC)
#ifdef TIENDO_BUILDING
#define TIENDO_API __declspec(dllexport)
#else
#define TIENDO_API __declspec(dllimport)
#endif
#elif defined(__GNUC__)
#define TIENDO_API __attribute__((visibility("default")))
#else
#define TIENDO_API
#endif

/**
 * Marks a function that will go, and stands behind TIENDO_API: see rule 12. `since` is the version
 * that said so first, as "1.3", `instead` what to call instead; both are texts.
 */
#if defined(_MSC_VER)
#define TIENDO_DEPRECATED(since, instead) \
  __declspec(deprecated("deprecated since tiendo " since ": " instead))
#elif defined(__GNUC__)
#define TIENDO_DEPRECATED(since, instead) \
  __attribute__((deprecated("deprecated since tiendo " since ": " instead)))
#else
#define TIENDO_DEPRECATED(since, instead)
#endif

#if defined(__cplusplus) && __cplusplus >= 201103L
#define TIENDO_NOEXCEPT noexcept
#else
#define TIENDO_NOEXCEPT
#endif

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup c_basics Version, status and codes
 * @{
 */

/** Version of this header; the library says its own, see tiendo_version_number(). */
#define TIENDO_VERSION_MAJOR 0
#define TIENDO_VERSION_MINOR 1 /**< @copydoc TIENDO_VERSION_MAJOR */
#define TIENDO_VERSION_PATCH 0 /**< @copydoc TIENDO_VERSION_MAJOR */
#define TIENDO_ABI_VERSION 0   /**< rule 12; the library says its own */

/** How a call ended: one of the numbers of TIENDO_OK and TIENDO_E_. */
typedef int32_t tiendo_status;

#define TIENDO_OK 0             /**< done */
#define TIENDO_E_INVALID_ARG 1  /**< a NULL, an index or a number that may not be passed */
#define TIENDO_E_NO_MEMORY 2    /**< memory ran out; everything is as it was */
#define TIENDO_E_SMALL_BUFFER 3 /**< the buffer is too small: rule 5 */
#define TIENDO_E_PARSE 4        /**< text or data is refused: the code says why */
#define TIENDO_E_RANGE 5        /**< a number or day beyond its form; a zero to divide by */
#define TIENDO_E_ENCODING 6     /**< text that is not valid UTF-8 */
#define TIENDO_E_BUSY 7         /**< in use by another call: rule 7 */
#define TIENDO_E_CANCELLED 8    /**< the watcher of the context ended the call */
#define TIENDO_E_UNSUPPORTED 9  /**< part of a format or structure not known here */
#define TIENDO_E_ROWS 10        /**< rows are refused; the results say which and why */
#define TIENDO_E_FILE 11        /**< the file cannot be read */
#define TIENDO_E_NO_VALUE 12    /**< there is no such figure: the code says why */
#define TIENDO_E_FROZEN 13      /**< a report was made of the observations */
#define TIENDO_E_INTERNAL 99    /**< a bug of the library */

/** As a length: the text ends at its first zero byte. */
#define TIENDO_NTS ((int64_t)-1)

/**
 * The version of the library that is loaded.
 *
 * @return major * 1000000 + minor * 1000 + patch
 * @since 0.1
 */
TIENDO_API int32_t tiendo_version_number(void) TIENDO_NOEXCEPT;

/**
 * The version of the library that is loaded, as text.
 *
 * @return a constant such as "0.1.0"; never NULL
 * @since 0.1
 */
TIENDO_API const char* tiendo_version_string(void) TIENDO_NOEXCEPT;

/**
 * The version of the ABI of the library that is loaded: compare it with TIENDO_ABI_VERSION.
 *
 * @return the version
 * @since 0.1
 */
TIENDO_API int32_t tiendo_abi_version(void) TIENDO_NOEXCEPT;

/**
 * Whether the library has a feature that other versions or builds may lack.
 *
 * @param name the feature; this version has "arrow-c-data" and "arrow-c-stream" (columns of Apache
 *             Arrow in and out), "decimal128-arithmetic" and "decimal128-column" (columns of
 *             decimals), "log", "partial" (parts of reports), "reopen" (reports that grow),
 *             "threads" and "watcher"
 * @return 1 if it does; 0 if it does not, does not know the name, or the name is NULL
 * @since 0.1
 */
TIENDO_API int32_t tiendo_has_feature(const char* name) TIENDO_NOEXCEPT;

/**
 * The name of a status.
 *
 * @param status any number
 * @return a constant such as "TIENDO_E_PARSE", or "unknown"; never NULL
 * @since 0.1
 */
TIENDO_API const char* tiendo_status_name(tiendo_status status) TIENDO_NOEXCEPT;

/**
 * The name of a code: what is wrong with data, or why there is no figure. The numbers and names
 * of the codes never change; the guide to the errors lists them.
 *
 * @param code any number
 * @return a constant such as "date_not_real", or "unknown"; never NULL
 * @since 0.1
 */
TIENDO_API const char* tiendo_code_name(int32_t code) TIENDO_NOEXCEPT;

/**
 * The general sentence of a code, in English. A record or a finding has a sentence of its own,
 * which says more.
 *
 * @param code any number
 * @return a constant such as "a date that does not exist", or ""; never NULL
 * @since 0.1
 */
TIENDO_API const char* tiendo_code_text(int32_t code) TIENDO_NOEXCEPT;

/**
 * @}
 * @defgroup c_context Contexts: what went wrong
 * @{
 */

/** Where errors and findings are kept; made by tiendo_context_create(). Rules 3 and 7. */
typedef struct tiendo_context tiendo_context;

/** How to make a context. */
typedef struct tiendo_context_options {
  uint32_t struct_size; /**< sizeof(tiendo_context_options) */
  uint32_t flags;       /**< 0; other bits are TIENDO_E_UNSUPPORTED */
} tiendo_context_options;

/** The record of the last call. */
typedef struct tiendo_error_info {
  uint32_t struct_size; /**< sizeof(tiendo_error_info), set by the caller */
  tiendo_status status; /**< what the call returned */
  int32_t code;         /**< see tiendo_code_name(); 0 when the data is not at fault */
  uint32_t reserved;    /**< 0 */
  int64_t row;          /**< at fault in the report, column or array, from 0; -1 for none */
  int64_t byte_offset;  /**< bytes into the text that was passed in; -1 when not known */
  int64_t line;         /**< line in a file, from 1; 0 when there is none */
  int64_t column;       /**< byte in the line, from 1; 0 when there is none */
} tiendo_error_info;

/** How bad a finding is: one of TIENDO_SEVERITY_. */
typedef int32_t tiendo_severity;

#define TIENDO_SEVERITY_NOTE 1    /**< worth knowing */
#define TIENDO_SEVERITY_WARNING 2 /**< probably not meant */
#define TIENDO_SEVERITY_ERROR 3   /**< refused */

/** One finding of the last reading or checking. */
typedef struct tiendo_finding {
  uint32_t struct_size;     /**< sizeof(tiendo_finding), set by the caller */
  tiendo_severity severity; /**< how bad it is */
  int32_t code;             /**< see tiendo_code_name() */
  uint32_t reserved;        /**< 0 */
  int64_t line;             /**< line in its file, from 1; 0 when there is none */
  int64_t column;           /**< byte in the line, from 1; 0 when there is none */
} tiendo_finding;

/** A part of long work: one of TIENDO_PHASE_. */
typedef int32_t tiendo_phase;

#define TIENDO_PHASE_READING_PLAN 1         /**< a plan, or a table of one; in bytes, each anew */
#define TIENDO_PHASE_READING_OBSERVATIONS 2 /**< observations; in bytes of text, rows of Arrow */
#define TIENDO_PHASE_ADDING_UP 3            /**< what was reported; in rows of the observations */
#define TIENDO_PHASE_JUDGING 4  /**< what takes more than sums; in rows, or projects and tasks */
#define TIENDO_PHASE_CHECKING 5 /**< a plan; in targets, and pairs of indicator and unit */
#define TIENDO_PHASE_WRITING 6  /**< a report; in rows */

/** How far long work is. */
typedef struct tiendo_progress {
  uint32_t struct_size; /**< the bytes that the library has filled in */
  tiendo_phase phase;   /**< which part of the work */
  int64_t done;         /**< never less than before in the same part */
  int64_t total;        /**< all there is to do; 0 when that is not known yet */
} tiendo_progress;

/**
 * Is told how far a call is: see tiendo_context_set_watcher().
 *
 * @param user     what was given with it
 * @param progress how far it is; valid until it returns
 * @return 0 to go on; anything else ends the call, which returns TIENDO_E_CANCELLED
 */
typedef int32_t (*tiendo_watcher)(void* user, const tiendo_progress* progress);

/**
 * Is told what the calls of a context find, and which fail: see tiendo_context_set_log().
 *
 * @param user   what was given with it
 * @param level  one of TIENDO_SEVERITY_
 * @param text   TIENDO_MESSAGE_WHOLE of the finding or the record; valid until it returns
 * @param length its bytes; a zero byte follows
 */
typedef void (*tiendo_log)(void* user, tiendo_severity level, const char* text, int64_t length);

/** A text of the record or of a finding: one of TIENDO_MESSAGE_. */
typedef int32_t tiendo_message;

#define TIENDO_MESSAGE_SENTENCE 1 /**< what is wrong, in English, for people */
#define TIENDO_MESSAGE_CODE 2     /**< the name of the code; "" without one */
#define TIENDO_MESSAGE_FILE 3     /**< the name of the file, as given; "" without one */
#define TIENDO_MESSAGE_PATH 4     /**< part of the plan: "/plan/targets/3/unit" */
#define TIENDO_MESSAGE_WHOLE 5    /**< "file:line:column: error 201 date_not_real: sentence" */

/**
 * Makes a context.
 *
 * @param options how, or NULL for the defaults
 * @param context receives the context, to be ended by tiendo_context_destroy(); NULL on failure
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_UNSUPPORTED or TIENDO_E_NO_MEMORY
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_context_create(const tiendo_context_options* options,
                                               tiendo_context** context) TIENDO_NOEXCEPT;

/**
 * Ends a context.
 *
 * @param context the context, not in use by any call, or NULL
 * @since 0.1
 */
TIENDO_API void tiendo_context_destroy(tiendo_context* context) TIENDO_NOEXCEPT;

/**
 * Reads the record of the last call. After a call that went well it holds TIENDO_OK.
 *
 * @param context the context; its record does not change
 * @param info    receives the record
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_context_last_error(const tiendo_context* context,
                                                   tiendo_error_info* info) TIENDO_NOEXCEPT;

/**
 * Reads a text of the record of the last call.
 *
 * @param context  the context; its record does not change
 * @param message  which text: one of TIENDO_MESSAGE_
 * @param buffer   receives the text
 * @param capacity bytes of the buffer
 * @param length   receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_context_last_error_text(const tiendo_context* context,
                                                        tiendo_message message, char* buffer,
                                                        int64_t capacity,
                                                        int64_t* length) TIENDO_NOEXCEPT;

/**
 * Counts the findings of the last call that read a file or text or checked, whether it went well
 * or not.
 *
 * @param context the context; its record does not change
 * @param count   receives how many there are
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_context_finding_count(const tiendo_context* context,
                                                      int64_t* count) TIENDO_NOEXCEPT;

/**
 * Reads a finding.
 *
 * @param context the context; its record does not change
 * @param index   which finding, from 0, in the order in which they were made
 * @param finding receives the finding
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_context_finding(const tiendo_context* context, int64_t index,
                                                tiendo_finding* finding) TIENDO_NOEXCEPT;

/**
 * Reads a text of a finding.
 *
 * @param context  the context; its record does not change
 * @param index    which finding, from 0
 * @param message  which text: one of TIENDO_MESSAGE_
 * @param buffer   receives the text
 * @param capacity bytes of the buffer
 * @param length   receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_context_finding_text(const tiendo_context* context, int64_t index,
                                                     tiendo_message message, char* buffer,
                                                     int64_t capacity,
                                                     int64_t* length) TIENDO_NOEXCEPT;

/**
 * Has the long calls of a context watched: tiendo_plan_read() and tiendo_observations_read(), both
 * also of files and the first of tables, tiendo_observations_read_from(), _write(),
 * tiendo_observations_append_arrow() and _append_arrow_stream(), tiendo_observations_check() and
 * _check_with(), tiendo_report_create(), tiendo_work_create() and tiendo_report_write(). The
 * watcher is called in the thread of the call, when a part of the work begins and then after some
 * thousand rows each time, whatever time that takes: for a display look at a clock. It may not use
 * the context (TIENDO_E_BUSY), nor what the call uses.
 *
 * @param context the context
 * @param watcher the watcher, or NULL for none
 * @param user    is given to it
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_context_set_watcher(tiendo_context* context, tiendo_watcher watcher,
                                                    void* user) TIENDO_NOEXCEPT;

/**
 * Hands over the findings of the last call that read or checked as a stream of Arrow, of one struct
 * array with a row for each.
 *
 * Its children are severity, in a dictionary with indexes of 32 bits: "note", "warning", "error";
 * number, int32, and code, utf8, its name; file, path and sentence, utf8; line and column, int64.
 * What a finding does not have is null.
 *
 * @param context the context; its record does not change
 * @param stream  receives the stream, for the caller to release, and what it hands out likewise;
 *                all of them live on without the context. Untouched on failure
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_RANGE beyond 2 GB of texts or a status of rule
 * 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_context_export_findings(
    const tiendo_context* context, struct ArrowArrayStream* stream) TIENDO_NOEXCEPT;

/**
 * Has a log kept of what the calls of a context find and of those that fail, wherever they are
 * made; without one nothing is kept. It is told each finding of a reading or a check when all of
 * them are known, in their order, and each failure that is not one of these, but neither a buffer
 * that is too small nor a figure that is not there, which are answers. It is called in the thread
 * of the call, and may not use the context (TIENDO_E_BUSY), nor what the call uses.
 *
 * @param context the context
 * @param log     the log, or NULL for none
 * @param user    is given to it
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_context_set_log(tiendo_context* context, tiendo_log log,
                                                void* user) TIENDO_NOEXCEPT;

/**
 * Lets the long calls of a context use several threads. What they say never depends on it.
 *
 * @param context the context
 * @param threads how many at most, the one of the call among them: 1 to 256; a new context has 1
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_context_set_threads(tiendo_context* context,
                                                    int32_t threads) TIENDO_NOEXCEPT;

/**
 * @}
 * @defgroup c_decimal Decimals and fractions
 * @{
 */

/**
 * A decimal number: (hi * 2^64 + lo) / 10^scale, the 128 bits read as two's complement. At most
 * 38 digits, scale 0 to 38; the library reads and writes longer numbers as text. The first 16
 * bytes are Arrow's decimal128 on a little-endian machine.
 */
typedef struct tiendo_decimal {
  uint64_t lo;       /**< lower 64 bits of the number without its point */
  int64_t hi;        /**< upper 64 bits, with the sign */
  int32_t scale;     /**< digits after the point */
  uint32_t reserved; /**< 0 */
} tiendo_decimal;

/** How digits are dropped: one of TIENDO_ROUND_. */
typedef int32_t tiendo_rounding;

#define TIENDO_ROUND_OWN 0       /**< as the indicator says; only for figures of a report */
#define TIENDO_ROUND_UNKNOWN 0   /**< not known; only for tiendo_printed_interval() */
#define TIENDO_ROUND_HALF_UP 1   /**< to the nearest, ties away from zero */
#define TIENDO_ROUND_HALF_EVEN 2 /**< to the nearest, ties to the even digit */
#define TIENDO_ROUND_HALF_DOWN 3 /**< to the nearest, ties towards zero */
#define TIENDO_ROUND_UP 4        /**< away from zero */
#define TIENDO_ROUND_DOWN 5      /**< towards zero */
#define TIENDO_ROUND_CEILING 6   /**< towards plus infinity */
#define TIENDO_ROUND_FLOOR 7     /**< towards minus infinity */

/** How numbers are written: one of TIENDO_NUMBERS_. It is declared, never guessed. */
typedef int32_t tiendo_numbers;

#define TIENDO_NUMBERS_PLAIN 0      /**< 1234.5 */
#define TIENDO_NUMBERS_VIETNAMESE 1 /**< 1.234,5 */
#define TIENDO_NUMBERS_DECLARED 2   /**< as tiendo_context_set_number_format() declared */

/**
 * A way of writing numbers with marks of its own. A mark is the number of a Unicode character: a
 * printable one of ASCII but no digit, no + and no -, or beyond ASCII a letter, a punctuation mark,
 * a symbol or a space; nothing that is not seen, and no digit or number of any script.
 */
typedef struct tiendo_number_format {
  uint32_t struct_size;       /**< sizeof(tiendo_number_format) */
  uint32_t point;             /**< stands before the decimals */
  uint32_t group;             /**< stands between groups of digits; 0 for none */
  int32_t group_size;         /**< digits in the group next to the point, 1 to 9; 0 for 3 */
  int32_t further_group_size; /**< digits in each group before that, 1 to 9; 0 for group_size */
} tiendo_number_format;

/**
 * Declares what TIENDO_NUMBERS_DECLARED stands for in the calls of a context: so every function and
 * structure that takes a number of TIENDO_NUMBERS_ reads and writes numbers with marks of one's
 * own. Without a declared format that number is TIENDO_E_INVALID_ARG.
 *
 * @param context the context, whose other calls may go on with other numbers of TIENDO_NUMBERS_
 * @param format  the format, copied, or NULL for none; marks that are unfit or cannot be told apart
 *                are TIENDO_E_INVALID_ARG with the code marks_conflict, and the former format stays
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_UNSUPPORTED or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_context_set_number_format(
    tiendo_context* context, const tiendo_number_format* format) TIENDO_NOEXCEPT;

/**
 * Reads a decimal: an optional sign, digits, and the point of the format with digits after it. No
 * spaces, no exponent. Groups are absent or complete, and the first does not begin with 0: 0.500 is
 * no Vietnamese number.
 *
 * @param context receives code and offset on failure
 * @param text    the text
 * @param length  its bytes, or TIENDO_NTS
 * @param numbers how the number is written
 * @param result  receives the number, with its scale as written
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE, TIENDO_E_RANGE, TIENDO_E_ENCODING or a
 * status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_decimal_parse(tiendo_context* context, const char* text,
                                              int64_t length, tiendo_numbers numbers,
                                              tiendo_decimal* result) TIENDO_NOEXCEPT;

/**
 * As tiendo_decimal_parse(), with the marks of a declared format.
 *
 * @param context receives code and offset on failure
 * @param text    the text
 * @param length  its bytes, or TIENDO_NTS
 * @param format  how the number is written; marks that are unfit or cannot be told apart are
 *                TIENDO_E_INVALID_ARG with the code marks_conflict
 * @param result  receives the number, with its scale as written
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_UNSUPPORTED, TIENDO_E_PARSE, TIENDO_E_RANGE,
 * TIENDO_E_ENCODING or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_decimal_parse_with(tiendo_context* context, const char* text,
                                                   int64_t length,
                                                   const tiendo_number_format* format,
                                                   tiendo_decimal* result) TIENDO_NOEXCEPT;

/**
 * Writes a decimal with all its digits: 12.40 stays "12.40".
 *
 * @param context  receives what is wrong on failure
 * @param value    the number
 * @param numbers  how to write it
 * @param buffer   receives the text
 * @param capacity bytes of the buffer
 * @param length   receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_RANGE, TIENDO_E_SMALL_BUFFER or a status of
 * rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_decimal_format(tiendo_context* context, const tiendo_decimal* value,
                                               tiendo_numbers numbers, char* buffer,
                                               int64_t capacity, int64_t* length) TIENDO_NOEXCEPT;

/**
 * As tiendo_decimal_format(), with the marks of a declared format.
 *
 * @param context  receives what is wrong on failure
 * @param value    the number
 * @param format   how to write it; marks that are unfit or cannot be told apart are
 *                 TIENDO_E_INVALID_ARG with the code marks_conflict
 * @param buffer   receives the text
 * @param capacity bytes of the buffer
 * @param length   receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_UNSUPPORTED, TIENDO_E_RANGE,
 * TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_decimal_format_with(tiendo_context* context,
                                                    const tiendo_decimal* value,
                                                    const tiendo_number_format* format,
                                                    char* buffer, int64_t capacity,
                                                    int64_t* length) TIENDO_NOEXCEPT;

/**
 * Compares two decimals by value: 1.5 and 1.50 are equal.
 *
 * @param context receives what is wrong on failure
 * @param a       a number
 * @param b       another
 * @param order   receives -1 if a is less, 0 if they are equal, 1 if a is more
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_RANGE or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_decimal_compare(tiendo_context* context, const tiendo_decimal* a,
                                                const tiendo_decimal* b,
                                                int32_t* order) TIENDO_NOEXCEPT;

/**
 * Adds two decimals, exactly. The sum has the larger scale.
 *
 * @param context receives what is wrong on failure
 * @param a       a number
 * @param b       another
 * @param result  receives a + b
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_RANGE beyond 38 digits, or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_decimal_add(tiendo_context* context, const tiendo_decimal* a,
                                            const tiendo_decimal* b,
                                            tiendo_decimal* result) TIENDO_NOEXCEPT;

/**
 * Subtracts a decimal from another, exactly. The difference has the larger scale.
 *
 * @param context receives what is wrong on failure
 * @param a       a number
 * @param b       another
 * @param result  receives a - b
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_RANGE beyond 38 digits, or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_decimal_subtract(tiendo_context* context, const tiendo_decimal* a,
                                                 const tiendo_decimal* b,
                                                 tiendo_decimal* result) TIENDO_NOEXCEPT;

/**
 * Multiplies two decimals, exactly. The product has the sum of the scales.
 *
 * @param context receives what is wrong on failure
 * @param a       a number
 * @param b       another
 * @param result  receives a * b
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_RANGE beyond 38 digits, or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_decimal_multiply(tiendo_context* context, const tiendo_decimal* a,
                                                 const tiendo_decimal* b,
                                                 tiendo_decimal* result) TIENDO_NOEXCEPT;

/**
 * Orders two decimals by value, and equal ones by scale: 1.5 is before 1.50. So sorting has one
 * outcome.
 *
 * @param context receives what is wrong on failure
 * @param a       a number
 * @param b       another
 * @param order   receives -1 if a is before b, 0 if they are the same, 1 if a is after b
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_RANGE or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_decimal_total_order(tiendo_context* context,
                                                    const tiendo_decimal* a,
                                                    const tiendo_decimal* b,
                                                    int32_t* order) TIENDO_NOEXCEPT;

/**
 * Divides a decimal by another, exactly. The quotient has the smallest scale that holds it: 1 / 8
 * is 0.125. tiendo_ratio_round() divides where the quotient need not end.
 *
 * @param context receives what is wrong on failure: on TIENDO_E_RANGE the code
 *                number_not_finite for 1 / 3, division_by_zero for 1 / 0
 * @param a       the number to divide
 * @param b       the number to divide by
 * @param result  receives a / b
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_RANGE, also beyond 38 digits, or a status of
 * rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_decimal_divide(tiendo_context* context, const tiendo_decimal* a,
                                               const tiendo_decimal* b,
                                               tiendo_decimal* result) TIENDO_NOEXCEPT;

/**
 * Drops the zeros at the end of the digits after the point: 12.40 becomes 12.4, 100 stays 100.
 *
 * @param context receives what is wrong on failure
 * @param value   the number
 * @param result  receives the same value with the smallest scale
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_RANGE or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_decimal_normalize(tiendo_context* context,
                                                  const tiendo_decimal* value,
                                                  tiendo_decimal* result) TIENDO_NOEXCEPT;

/**
 * Rounds a decimal to a scale; a scale above its own adds zeros.
 *
 * @param context  receives what is wrong on failure
 * @param value    the number
 * @param scale    digits to have after the point, 0 to 38
 * @param rounding how to drop digits: one of TIENDO_ROUND_ but TIENDO_ROUND_OWN
 * @param result   receives the rounded number
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_RANGE or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_decimal_round(tiendo_context* context, const tiendo_decimal* value,
                                              int32_t scale, tiendo_rounding rounding,
                                              tiendo_decimal* result) TIENDO_NOEXCEPT;

/**
 * Rounds a decimal to a multiple of a unit: 12.37 by 0.05 is 12.35.
 *
 * @param context  receives what is wrong on failure
 * @param value    the number
 * @param unit     what the result is a multiple of; not above zero is TIENDO_E_RANGE
 * @param rounding how to drop the rest: one of TIENDO_ROUND_ but TIENDO_ROUND_OWN
 * @param result   receives the multiple, with the scale of the unit
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_RANGE or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_decimal_round_to_multiple(tiendo_context* context,
                                                          const tiendo_decimal* value,
                                                          const tiendo_decimal* unit,
                                                          tiendo_rounding rounding,
                                                          tiendo_decimal* result) TIENDO_NOEXCEPT;

/**
 * Divides two decimals and rounds the exact quotient, once.
 *
 * @param context     receives what is wrong on failure
 * @param numerator   the number to divide
 * @param denominator the number to divide by; zero is TIENDO_E_RANGE with the code
 *                    division_by_zero
 * @param scale       digits to have after the point, 0 to 38
 * @param rounding    how to drop digits: one of TIENDO_ROUND_ but TIENDO_ROUND_OWN
 * @param result      receives the rounded quotient
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_RANGE or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_ratio_round(tiendo_context* context,
                                            const tiendo_decimal* numerator,
                                            const tiendo_decimal* denominator, int32_t scale,
                                            tiendo_rounding rounding,
                                            tiendo_decimal* result) TIENDO_NOEXCEPT;

/**
 * Writes the exact quotient of two decimals as a fraction in lowest terms: "52461/94820", or "3"
 * for an integer.
 *
 * @param context     receives what is wrong on failure
 * @param numerator   the number to divide
 * @param denominator the number to divide by; zero is TIENDO_E_RANGE with the code
 *                    division_by_zero
 * @param buffer      receives the text
 * @param capacity    bytes of the buffer
 * @param length      receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_RANGE, TIENDO_E_SMALL_BUFFER or a status of
 * rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_ratio_format(tiendo_context* context,
                                             const tiendo_decimal* numerator,
                                             const tiendo_decimal* denominator, char* buffer,
                                             int64_t capacity, int64_t* length) TIENDO_NOEXCEPT;

/**
 * @}
 * @defgroup c_days Days, periods and calendars
 * @{
 */

/**
 * A half-open span of days, [start, end), never empty: 2024-01-01 and 2024-02-01 for January. As
 * 9999-12-31 is the last day there is, no period holds it.
 */
typedef struct tiendo_period {
  int32_t start; /**< the first day */
  int32_t end;   /**< the first day after it */
} tiendo_period;

/** What keeps periods from tiling a whole: one of TIENDO_TILING_. */
typedef int32_t tiendo_tiling;

#define TIENDO_TILING_EXACT 0   /**< nothing: every day in one of them, no other day in any */
#define TIENDO_TILING_GAP 1     /**< days of the whole that are in none */
#define TIENDO_TILING_OVERLAP 2 /**< days of the whole that are in two or more */
#define TIENDO_TILING_OUTSIDE 3 /**< days in one that are not in the whole */

/** Whose reports they are: one of TIENDO_CALENDAR_. */
typedef int32_t tiendo_calendar_kind;

#define TIENDO_CALENDAR_OWN 0               /**< the caller's, by rules */
#define TIENDO_CALENDAR_CIVIL 1             /**< the first to the last day of what is named */
#define TIENDO_CALENDAR_ADMINISTRATIVE 2    /**< the 15th of the month before to the 14th */
#define TIENDO_CALENDAR_PUBLIC_INVESTMENT 3 /**< civil; a year to 31 January of the next one */

/**
 * How the windows of a calendar lie, from a day on. The rule of a named period is the one in force
 * on its last day.
 */
typedef struct tiendo_reporting_rule {
  uint32_t struct_size;      /**< sizeof(tiendo_reporting_rule) */
  int32_t in_force_from;     /**< the first day on which the rule is in force */
  int32_t first_day;         /**< the day of a month on which windows start, 1 to 28 */
  int32_t month_before;      /**< not 0: that day in the month before the first one named */
  int32_t year_extra_months; /**< months that the window of whole years is longer, 0 to 12 */
} tiendo_reporting_rule;

/** A reporting calendar: one of those known here, or rules of the caller. */
typedef struct tiendo_calendar {
  uint32_t struct_size;               /**< sizeof(tiendo_calendar) */
  tiendo_calendar_kind kind;          /**< whose */
  const tiendo_reporting_rule* rules; /**< of TIENDO_CALENDAR_OWN, by in_force_from; else NULL */
  int64_t rule_count;                 /**< how many there are */
} tiendo_calendar;

#define TIENDO_WEEKDAY_MONDAY 1    /**< weekdays as bits, to be added up */
#define TIENDO_WEEKDAY_TUESDAY 2   /**< @copydoc TIENDO_WEEKDAY_MONDAY */
#define TIENDO_WEEKDAY_WEDNESDAY 4 /**< @copydoc TIENDO_WEEKDAY_MONDAY */
#define TIENDO_WEEKDAY_THURSDAY 8  /**< @copydoc TIENDO_WEEKDAY_MONDAY */
#define TIENDO_WEEKDAY_FRIDAY 16   /**< @copydoc TIENDO_WEEKDAY_MONDAY */
#define TIENDO_WEEKDAY_SATURDAY 32 /**< @copydoc TIENDO_WEEKDAY_MONDAY */
#define TIENDO_WEEKDAY_SUNDAY 64   /**< @copydoc TIENDO_WEEKDAY_MONDAY */

/**
 * Which days are off and which are not; zero everywhere, or no structure at all, is Saturday and
 * Sunday off, no holidays. A day that no list names is judged by its weekday alone, so the lists
 * must reach as far as the question.
 */
typedef struct tiendo_working_days {
  uint32_t struct_size;        /**< sizeof(tiendo_working_days) */
  int32_t has_weekdays_off;    /**< 0: Saturday and Sunday */
  uint32_t weekdays_off;       /**< days of the week that are off, TIENDO_WEEKDAY_ bits */
  uint32_t reserved;           /**< 0 */
  const int32_t* holidays;     /**< days that are off whatever their weekday, in any order */
  int64_t holiday_count;       /**< how many there are */
  const int32_t* make_up_days; /**< days that are worked though their weekday is off */
  int64_t make_up_day_count;   /**< how many there are */
} tiendo_working_days;

/** Whose due dates they are: one of TIENDO_DUE_. */
typedef int32_t tiendo_due_kind;

#define TIENDO_DUE_OWN 0        /**< the caller's, by rules */
#define TIENDO_DUE_STATISTICS 1 /**< reports of the central statistical office */

/**
 * On which day reports are due, from a day on. The rule of a named period is the one in force on
 * its last day.
 */
typedef struct tiendo_due_rule {
  uint32_t struct_size;  /**< sizeof(tiendo_due_rule) */
  int32_t in_force_from; /**< the first day on which the rule is in force */
  int32_t months_after;  /**< 0: in the last month of the period; 1: in the next one; to 12 */
  int32_t day;           /**< of that month, 1 to 31; its last day when it has no such day */
} tiendo_due_rule;

/** Due dates: those known here, or by rules of the caller. */
typedef struct tiendo_due_dates {
  uint32_t struct_size;         /**< sizeof(tiendo_due_dates) */
  tiendo_due_kind kind;         /**< whose */
  const tiendo_due_rule* rules; /**< of TIENDO_DUE_OWN, by in_force_from; else NULL */
  int64_t rule_count;           /**< how many there are */
} tiendo_due_dates;

/**
 * Reads a day written as 2024-06-30, and nothing else.
 *
 * @param context receives code and offset on failure: of the month for 2024-13-01, of the day for
 *                2024-02-30
 * @param text    the text
 * @param length  its bytes, or TIENDO_NTS
 * @param day     receives the day
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE, TIENDO_E_RANGE, TIENDO_E_ENCODING or a
 * status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_date_parse(tiendo_context* context, const char* text,
                                           int64_t length, int32_t* day) TIENDO_NOEXCEPT;

/**
 * Writes a day as 2024-06-30.
 *
 * @param context  receives what is wrong on failure
 * @param day      the day
 * @param buffer   receives the text
 * @param capacity bytes of the buffer
 * @param length   receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_RANGE, TIENDO_E_SMALL_BUFFER or a status of
 * rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_date_format(tiendo_context* context, int32_t day, char* buffer,
                                            int64_t capacity, int64_t* length) TIENDO_NOEXCEPT;

/**
 * Makes a day of a year, a month and a day.
 *
 * @param context      receives what is wrong on failure
 * @param year         1400 to 9999; any other is TIENDO_E_RANGE
 * @param month        1 to 12
 * @param day_of_month 1 to the last day of that month
 * @param day          receives the day
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE for what is no day, TIENDO_E_RANGE or a
 * status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_date_join(tiendo_context* context, int32_t year, int32_t month,
                                          int32_t day_of_month, int32_t* day) TIENDO_NOEXCEPT;

/**
 * Takes a day apart. Each result may be NULL when it is not wanted.
 *
 * @param context      receives what is wrong on failure
 * @param day          the day
 * @param year         receives the year
 * @param month        receives the month, 1 to 12
 * @param day_of_month receives the day of the month, 1 to 31
 * @param weekday      receives 1 for Monday to 7 for Sunday
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_RANGE or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_date_split(tiendo_context* context, int32_t day, int32_t* year,
                                           int32_t* month, int32_t* day_of_month,
                                           int32_t* weekday) TIENDO_NOEXCEPT;

/**
 * Adds months, then days. A day that the new month does not have becomes its last one: 31 January
 * and 1 month is 28 or 29 February, 28 February and 1 month is 28 March.
 *
 * @param context receives what is wrong on failure
 * @param day     the day
 * @param months  how many months to add first; below zero to subtract
 * @param days    how many days to add then; below zero to subtract
 * @param result  receives the day that is reached
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_RANGE or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_date_add(tiendo_context* context, int32_t day, int64_t months,
                                         int64_t days, int32_t* result) TIENDO_NOEXCEPT;

/**
 * Reads a period: 2024, 2024-H1, 2024-Q3, 2024-9M, 2024-06, 2021/2025 (both years included) or
 * 2024-01-15/2024-02-15 (the end excluded).
 *
 * @param context receives code and offset on failure
 * @param text    the text
 * @param length  its bytes, or TIENDO_NTS
 * @param period  receives the period
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE, TIENDO_E_RANGE, TIENDO_E_ENCODING or a
 * status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_period_parse(tiendo_context* context, const char* text,
                                             int64_t length, tiendo_period* period) TIENDO_NOEXCEPT;

/**
 * Writes a period as its shortest word: 2024-H1, not 2024-6M.
 *
 * @param context  receives what is wrong on failure
 * @param period   the period
 * @param buffer   receives the text
 * @param capacity bytes of the buffer
 * @param length   receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE for a period that is empty,
 * TIENDO_E_RANGE, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_period_format(tiendo_context* context, const tiendo_period* period,
                                              char* buffer, int64_t capacity,
                                              int64_t* length) TIENDO_NOEXCEPT;

/**
 * Moves a period by months; by -12 to the same period of the year before. Its first and its last
 * day move as tiendo_date_add() says, save that an end with a month stays one: February 2024 moves
 * to February 2023 and back.
 *
 * @param context receives what is wrong on failure
 * @param period  the period
 * @param months  how many months; below zero to move back
 * @param result  receives the period that is reached
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE for a period that is empty,
 * TIENDO_E_RANGE or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_period_shift(tiendo_context* context, const tiendo_period* period,
                                             int64_t months, tiendo_period* result) TIENDO_NOEXCEPT;

/**
 * Finds the period of the same length that ends where this one starts: May before June, the fourth
 * quarter before the first; by days when the period is not whole months.
 *
 * @param context receives what is wrong on failure
 * @param period  the period
 * @param result  receives the period before it
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE for a period that is empty,
 * TIENDO_E_RANGE or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_period_previous(tiendo_context* context,
                                                const tiendo_period* period,
                                                tiendo_period* result) TIENDO_NOEXCEPT;

/**
 * Splits a period into its months, quarters, halves or years, in order.
 *
 * @param context  receives what is wrong on failure
 * @param period   the period
 * @param months   how many months a part has: 1, 3, 6 or 12
 * @param parts    receives the parts; may be NULL with a capacity of 0
 * @param capacity how many parts there is room for; when there are more, TIENDO_E_SMALL_BUFFER is
 *                 returned and nothing but the count is set
 * @param count    receives how many parts there are
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE for a period that is empty or not made of
 * such parts, TIENDO_E_RANGE, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_period_split(tiendo_context* context, const tiendo_period* period,
                                             int32_t months, tiendo_period* parts, int64_t capacity,
                                             int64_t* count) TIENDO_NOEXCEPT;

/**
 * Says whether periods tile a whole, in any order, and if not, where first.
 *
 * @param context receives what is wrong on failure, with the place of a part in the array as row
 * @param whole   the whole
 * @param parts   the periods; may be NULL when there are none
 * @param count   how many there are
 * @param tiling  receives TIENDO_TILING_EXACT or what is at fault
 * @param days    receives the first days that are at fault, as many as follow each other with the
 *                same fault; untouched when the parts tile the whole; may be NULL
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE for a period that is empty,
 * TIENDO_E_RANGE or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_period_tiling(tiendo_context* context, const tiendo_period* whole,
                                              const tiendo_period* parts, int64_t count,
                                              tiendo_tiling* tiling,
                                              tiendo_period* days) TIENDO_NOEXCEPT;

/**
 * Counts the days of a period that are over at the end of a day, which counts itself: the share of
 * the period that is over is exactly the one number by the other.
 *
 * @param context receives what is wrong on failure
 * @param period  the period
 * @param as_of   the day
 * @param gone    receives the days that are over: 0 before the period, all from its last day on
 * @param days    receives the days of the period
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE for a period that is empty,
 * TIENDO_E_RANGE or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_period_elapsed(tiendo_context* context, const tiendo_period* period,
                                               int32_t as_of, int64_t* gone,
                                               int64_t* days) TIENDO_NOEXCEPT;

/**
 * Counts the months of a period that are over at the end of a day, as tiendo_period_elapsed() does
 * the days. Months begin on the day of the month on which the period does: 2023-12-15/2024-12-15
 * has twelve.
 *
 * @param context receives what is wrong on failure
 * @param period  the period
 * @param as_of   the day
 * @param gone    receives the months that are over as a whole
 * @param months  receives the months of the period
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE for a period that is empty or not made of
 * months, TIENDO_E_RANGE or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_period_elapsed_months(tiendo_context* context,
                                                      const tiendo_period* period, int32_t as_of,
                                                      int32_t* gone,
                                                      int32_t* months) TIENDO_NOEXCEPT;

/**
 * Finds the days that a report for a named period covers.
 *
 * @param context  receives what is wrong on failure
 * @param calendar whose report
 * @param named    the period that the report names, of whole civil months
 * @param window   receives the days that it covers
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE when the period is not whole months, no
 * rule is in force for it or the rules are not in order, TIENDO_E_RANGE, TIENDO_E_UNSUPPORTED or a
 * status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_calendar_window(tiendo_context* context,
                                                const tiendo_calendar* calendar,
                                                const tiendo_period* named,
                                                tiendo_period* window) TIENDO_NOEXCEPT;

/**
 * Finds the windows of a named period and of the same period of the year before, for a comparison.
 * Two windows that lie differently, because the rules changed, are refused: their days do not
 * correspond.
 *
 * @param context     receives what is wrong on failure
 * @param calendar    whose reports
 * @param named       the period that the later report names, of whole civil months
 * @param window      receives the days that it covers
 * @param year_before receives the days that the report of the year before covers
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE when one of the windows is refused or
 * they lie differently, TIENDO_E_RANGE, TIENDO_E_UNSUPPORTED or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_calendar_comparison(tiendo_context* context,
                                                    const tiendo_calendar* calendar,
                                                    const tiendo_period* named,
                                                    tiendo_period* window,
                                                    tiendo_period* year_before) TIENDO_NOEXCEPT;

/**
 * Finds the civil months under which days are reported: January 2024 for 15 December 2023 in the
 * administrative calendar.
 *
 * @param context  receives what is wrong on failure, with the place of the day in the array as row
 * @param calendar whose reports
 * @param days     the days; may be NULL when there are none
 * @param count    how many there are
 * @param months   receives a month for each day; untouched on failure
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE when a day belongs to no month of the
 * calendar or to two, TIENDO_E_RANGE, TIENDO_E_UNSUPPORTED or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_calendar_months(tiendo_context* context,
                                                const tiendo_calendar* calendar,
                                                const int32_t* days, int64_t count,
                                                tiendo_period* months) TIENDO_NOEXCEPT;

/**
 * Says which days are worked.
 *
 * @param context receives what is wrong on failure, with the place of a day in its array as row
 * @param working which days are off; NULL for Saturday and Sunday
 * @param days    the days; may be NULL when there are none
 * @param count   how many there are
 * @param worked  receives a byte for each day, 1 for a working day, else 0; untouched on failure
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE for a day that is listed as a holiday and
 * as a working day, TIENDO_E_RANGE, TIENDO_E_UNSUPPORTED or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_working_days_test(tiendo_context* context,
                                                  const tiendo_working_days* working,
                                                  const int32_t* days, int64_t count,
                                                  uint8_t* worked) TIENDO_NOEXCEPT;

/**
 * Finds the first working day from a day on: the day itself if it is one.
 *
 * @param context receives what is wrong on failure
 * @param working which days are off; NULL for Saturday and Sunday
 * @param day     the day
 * @param result  receives the working day
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE as tiendo_working_days_test(),
 * TIENDO_E_RANGE also when there is none, TIENDO_E_UNSUPPORTED or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_working_days_next(tiendo_context* context,
                                                  const tiendo_working_days* working, int32_t day,
                                                  int32_t* result) TIENDO_NOEXCEPT;

/**
 * Finds the count-th working day after a day, which does not count itself: Monday for Saturday and
 * 1, and for Friday and 1.
 *
 * @param context receives what is wrong on failure
 * @param working which days are off; NULL for Saturday and Sunday
 * @param day     the day
 * @param count   how many working days to go on; below zero to go back; 0 gives the day itself,
 *                worked or not
 * @param result  receives the working day
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE as tiendo_working_days_test(),
 * TIENDO_E_RANGE also when there is none, TIENDO_E_UNSUPPORTED or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_working_days_add(tiendo_context* context,
                                                 const tiendo_working_days* working, int32_t day,
                                                 int64_t count, int32_t* result) TIENDO_NOEXCEPT;

/**
 * Counts the working days from one day on and before another. Between the cut-off of an
 * administrative report, the last day of its window, and the day when it is due there must be at
 * least one: count from the end of the window to that day.
 *
 * @param context receives what is wrong on failure
 * @param working which days are off; NULL for Saturday and Sunday
 * @param start   the first day that counts
 * @param end     the first day after it that does not
 * @param count   receives how many of the days are worked; 0 when the end is not after the start
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE as tiendo_working_days_test(),
 * TIENDO_E_RANGE, TIENDO_E_UNSUPPORTED or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_working_days_count(tiendo_context* context,
                                                   const tiendo_working_days* working,
                                                   int32_t start, int32_t end,
                                                   int64_t* count) TIENDO_NOEXCEPT;

/**
 * Finds when the report for a named period is due: on the day of the rule, or on the next working
 * day when that one is off.
 *
 * @param context receives what is wrong on failure
 * @param dates   whose due dates
 * @param named   the period that the report names, of whole civil months
 * @param working which days are off; NULL for Saturday and Sunday
 * @param day     receives the day
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE when the period is not whole months, no
 * rule is in force for it, the rules are not in order or as tiendo_working_days_test(),
 * TIENDO_E_RANGE also when there is no working day, TIENDO_E_UNSUPPORTED or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_due_date(tiendo_context* context, const tiendo_due_dates* dates,
                                         const tiendo_period* named,
                                         const tiendo_working_days* working,
                                         int32_t* day) TIENDO_NOEXCEPT;

/**
 * @}
 * @defgroup c_words Numbers in words, parts that add up, and printed figures
 * @{
 */

/** The hedge before a number, as printed: one of TIENDO_QUALIFIER_. */
typedef int32_t tiendo_qualifier;

#define TIENDO_QUALIFIER_EXACT 0 /**< none */
#define TIENDO_QUALIFIER_ABOUT 1 /**< "khoảng" */
#define TIENDO_QUALIFIER_OVER 2  /**< "trên", "hơn" */
#define TIENDO_QUALIFIER_UNDER 3 /**< "dưới", "gần" */

/** The unit that a number counts in: one of TIENDO_SCALE_WORD_. */
typedef int32_t tiendo_scale_word;

#define TIENDO_SCALE_WORD_NONE 0             /**< ones */
#define TIENDO_SCALE_WORD_THOUSAND 1         /**< "nghìn", "ngàn": 10^3 */
#define TIENDO_SCALE_WORD_MILLION 2          /**< "triệu": 10^6 */
#define TIENDO_SCALE_WORD_BILLION 3          /**< "tỷ", "tỉ": 10^9 */
#define TIENDO_SCALE_WORD_THOUSAND_BILLION 4 /**< "nghìn tỷ": 10^12 */
#define TIENDO_SCALE_WORD_MILLION_BILLION 5  /**< "triệu tỷ": 10^15 */

/** Who gets what is left when all parts are rounded down: one of TIENDO_LEFTOVER_. */
typedef int32_t tiendo_leftover;

#define TIENDO_LEFTOVER_LARGEST_REMAINDER 1 /**< a unit each to those that lost most */
#define TIENDO_LEFTOVER_FIRST 2             /**< the first part whose weight is not zero */
#define TIENDO_LEFTOVER_LAST 3              /**< the last part whose weight is not zero */

/**
 * Reads a number as Vietnamese documents print it: "khoảng 1.234,5 tỷ". An optional qualifier
 * (khoảng, trên, hơn, gần, dưới), the number, an optional scale word (nghìn or ngàn, triệu, tỷ or
 * tỉ, nghìn tỷ, triệu tỷ), in any letter case, composed or not, with one space or no-break space
 * between two words. Everything else is refused, also a measure behind the number.
 *
 * @param context    receives code and offset on failure
 * @param text       the text
 * @param length     its bytes, or TIENDO_NTS
 * @param numbers    how the number is written
 * @param result     receives the exact number, with the scale word worked in: "1,5 tỷ" is
 *                   1500000000
 * @param qualifier  receives the qualifier
 * @param scale_word receives the scale word
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE, TIENDO_E_RANGE, TIENDO_E_ENCODING or a
 * status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_decimal_parse_words(tiendo_context* context, const char* text,
                                                    int64_t length, tiendo_numbers numbers,
                                                    tiendo_decimal* result,
                                                    tiendo_qualifier* qualifier,
                                                    tiendo_scale_word* scale_word) TIENDO_NOEXCEPT;

/**
 * As tiendo_decimal_parse_words(), with the marks of a declared format. A mark that is a space does
 * not go with words: groups behind it are taken for words, and refused.
 *
 * @param context    receives code and offset on failure
 * @param text       the text
 * @param length     its bytes, or TIENDO_NTS
 * @param format     how the number is written; marks that are unfit or cannot be told apart are
 *                   TIENDO_E_INVALID_ARG with the code marks_conflict
 * @param result     receives the exact number, with the scale word worked in
 * @param qualifier  receives the qualifier
 * @param scale_word receives the scale word
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_UNSUPPORTED, TIENDO_E_PARSE, TIENDO_E_RANGE,
 * TIENDO_E_ENCODING or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_decimal_parse_words_with(
    tiendo_context* context, const char* text, int64_t length, const tiendo_number_format* format,
    tiendo_decimal* result, tiendo_qualifier* qualifier,
    tiendo_scale_word* scale_word) TIENDO_NOEXCEPT;

/**
 * Writes a number counted in the unit of a scale word, rounded once, with the word behind it:
 * 147082000000000 in thousand billions to one digit is "147,1 nghìn tỷ".
 *
 * @param context    receives what is wrong on failure
 * @param value      the number
 * @param scale_word the unit to count in: one of TIENDO_SCALE_WORD_
 * @param digits     digits after the point, 0 to 38
 * @param rounding   how to drop digits: one of TIENDO_ROUND_ from TIENDO_ROUND_HALF_UP
 * @param numbers    how to write it
 * @param buffer     receives the text
 * @param capacity   bytes of the buffer
 * @param length     receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_RANGE, TIENDO_E_SMALL_BUFFER or a status of
 * rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_decimal_format_words(
    tiendo_context* context, const tiendo_decimal* value, tiendo_scale_word scale_word,
    int32_t digits, tiendo_rounding rounding, tiendo_numbers numbers, char* buffer,
    int64_t capacity, int64_t* length) TIENDO_NOEXCEPT;

/**
 * As tiendo_decimal_format_words(), with the marks of a declared format.
 *
 * @param context    receives what is wrong on failure
 * @param value      the number
 * @param scale_word the unit to count in: one of TIENDO_SCALE_WORD_
 * @param digits     digits after the point, 0 to 38
 * @param rounding   how to drop digits: one of TIENDO_ROUND_ from TIENDO_ROUND_HALF_UP
 * @param format     how to write it; marks that are unfit or cannot be told apart are
 *                   TIENDO_E_INVALID_ARG with the code marks_conflict
 * @param buffer     receives the text
 * @param capacity   bytes of the buffer
 * @param length     receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_UNSUPPORTED, TIENDO_E_RANGE,
 * TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_decimal_format_words_with(
    tiendo_context* context, const tiendo_decimal* value, tiendo_scale_word scale_word,
    int32_t digits, tiendo_rounding rounding, const tiendo_number_format* format, char* buffer,
    int64_t capacity, int64_t* length) TIENDO_NOEXCEPT;

/**
 * Splits an amount by weights into parts that add up to it, exactly. A weight of zero gets zero
 * under every rule; a negative amount is split as its opposite is, with the signs turned.
 *
 * @param context  receives what is wrong on failure; on TIENDO_E_PARSE the code: amount_scale when
 *                 the amount has more digits than the parts, weight_negative, no_weight when all
 *                 are zero or there are none
 * @param amount   the amount
 * @param weights  the weights, none negative
 * @param count    how many there are; with 0 the arrays may be NULL
 * @param scale    digits of every part after the point, 0 to 38
 * @param leftover who gets what is left: one of TIENDO_LEFTOVER_; of parts that lost the same the
 *                 earlier comes first
 * @param parts    receives a part for each weight; may be the array of the weights; untouched on
 *                 failure
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE, TIENDO_E_RANGE, also for too many parts
 * of too many digits (split_too_large), or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_decimal_split(tiendo_context* context, const tiendo_decimal* amount,
                                              const tiendo_decimal* weights, int64_t count,
                                              int32_t scale, tiendo_leftover leftover,
                                              tiendo_decimal* parts) TIENDO_NOEXCEPT;

/**
 * As tiendo_decimal_split(), by weights that are fractions as text, as those of
 * tiendo_fraction_add(): "1/3", "0.25", "52461/94820".
 *
 * @param context  receives what is wrong on failure, with the place of a weight in the array as
 *                 row when its text is at fault; on TIENDO_E_PARSE the code, as of
 *                 tiendo_decimal_split(), or number_syntax
 * @param amount   the amount
 * @param weights  the weights, none negative
 * @param lengths  their bytes, or TIENDO_NTS; NULL when each ends at its first zero byte
 * @param count    how many there are; with 0 the arrays may be NULL
 * @param scale    digits of every part after the point, 0 to 38
 * @param leftover who gets what is left: one of TIENDO_LEFTOVER_; of parts that lost the same the
 *                 earlier comes first
 * @param parts    receives a part for each weight; untouched on failure
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE, TIENDO_E_RANGE, also for too many parts
 * of too many digits (split_too_large) and where the common denominator of the weights has more
 * than 10,000 (number_too_long), TIENDO_E_ENCODING, or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_decimal_split_by_fractions(tiendo_context* context,
                                                           const tiendo_decimal* amount,
                                                           const char* const* weights,
                                                           const int64_t* lengths, int64_t count,
                                                           int32_t scale, tiendo_leftover leftover,
                                                           tiendo_decimal* parts) TIENDO_NOEXCEPT;

/**
 * Rounds exact shares of a total so that they add up to it, by the largest remainder: each is
 * rounded down, then those that lost most, of equal losses the earlier ones, get one unit of the
 * last digit.
 *
 * @param context      receives what is wrong on failure; on TIENDO_E_PARSE the code:
 *                     shares_not_total when the shares do not add up to the total exactly,
 *                     amount_scale when the total has more digits than the scale
 * @param numerators   the shares, or what stands above their lines
 * @param denominators what stands below their lines; NULL when each is 1
 * @param count        how many there are; with 0 the arrays may be NULL
 * @param total        what the shares add up to
 * @param scale        digits of every result after the point, 0 to 38
 * @param results      receives the rounded shares; may be one of the other arrays; untouched on
 *                     failure
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE, TIENDO_E_RANGE, also for a denominator
 * of zero and for too many shares of too many digits, or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_shares_round(tiendo_context* context,
                                             const tiendo_decimal* numerators,
                                             const tiendo_decimal* denominators, int64_t count,
                                             const tiendo_decimal* total, int32_t scale,
                                             tiendo_decimal* results) TIENDO_NOEXCEPT;

/**
 * Finds the numbers that print as a figure: those between two ends that round to it at its scale.
 * 55.3 to the nearest, ties away from zero, is any number from 55.25, included, to 55.35, left
 * out.
 *
 * @param context  receives what is wrong on failure
 * @param figure   the figure, with the digits that were printed
 * @param rounding how it was rounded: one of TIENDO_ROUND_; TIENDO_ROUND_UNKNOWN: to the nearest,
 *                 both ties included
 * @param low      receives the lower end
 * @param high     receives the upper end
 * @param has_low  receives 1 if the lower end is included, else 0
 * @param has_high receives 1 if the upper end is included, else 0
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_RANGE when an end has more than 38 digits or
 * scale 38, or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_printed_interval(tiendo_context* context,
                                                 const tiendo_decimal* figure,
                                                 tiendo_rounding rounding, tiendo_decimal* low,
                                                 tiendo_decimal* high, int32_t* has_low,
                                                 int32_t* has_high) TIENDO_NOEXCEPT;

/**
 * @}
 * @defgroup c_fraction Fractions as text, roots and compound growth
 *
 * A fraction is passed as text: "52461/94820" or "10492.2", an optional sign, digits, and either a
 * slash with digits after it or a point with digits after it. Above and below the line there are at
 * most 10,000 digits, zeros at the front apart; in a decimal, before and after its point together,
 * with at most 9,999 after it. Results are fractions in lowest terms, "52461/94820" or "-3", within
 * the same limits, so that every result, and every decimal written with TIENDO_NUMBERS_PLAIN, may
 * be passed in again. Nothing is ever rounded but by the functions that take a tiendo_rounding;
 * what is beyond the limits is TIENDO_E_RANGE with the code number_too_long, found before
 * computing. tiendo_ratio_round() and tiendo_ratio_format() are for fractions of two
 * tiendo_decimal.
 * @{
 */

/**
 * Adds two fractions, exactly.
 *
 * @param context  receives code, sentence and offset on failure
 * @param a        a fraction
 * @param a_length its bytes, or TIENDO_NTS
 * @param b        another
 * @param b_length its bytes, or TIENDO_NTS
 * @param buffer   receives the text
 * @param capacity bytes of the buffer
 * @param length   receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE, TIENDO_E_RANGE, TIENDO_E_ENCODING,
 * TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_fraction_add(tiendo_context* context, const char* a,
                                             int64_t a_length, const char* b, int64_t b_length,
                                             char* buffer, int64_t capacity,
                                             int64_t* length) TIENDO_NOEXCEPT;

/**
 * Subtracts a fraction from another, exactly.
 *
 * @param context  receives code, sentence and offset on failure
 * @param a        a fraction
 * @param a_length its bytes, or TIENDO_NTS
 * @param b        what is taken from it
 * @param b_length its bytes, or TIENDO_NTS
 * @param buffer   receives the text
 * @param capacity bytes of the buffer
 * @param length   receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE, TIENDO_E_RANGE, TIENDO_E_ENCODING,
 * TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_fraction_subtract(tiendo_context* context, const char* a,
                                                  int64_t a_length, const char* b, int64_t b_length,
                                                  char* buffer, int64_t capacity,
                                                  int64_t* length) TIENDO_NOEXCEPT;

/**
 * Multiplies two fractions, exactly.
 *
 * @param context  receives code, sentence and offset on failure
 * @param a        a fraction
 * @param a_length its bytes, or TIENDO_NTS
 * @param b        another
 * @param b_length its bytes, or TIENDO_NTS
 * @param buffer   receives the text
 * @param capacity bytes of the buffer
 * @param length   receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE, TIENDO_E_RANGE, TIENDO_E_ENCODING,
 * TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_fraction_multiply(tiendo_context* context, const char* a,
                                                  int64_t a_length, const char* b, int64_t b_length,
                                                  char* buffer, int64_t capacity,
                                                  int64_t* length) TIENDO_NOEXCEPT;

/**
 * Divides a fraction by another, exactly.
 *
 * @param context  receives code, sentence and offset on failure
 * @param a        a fraction
 * @param a_length its bytes, or TIENDO_NTS
 * @param b        what it is divided by; zero is TIENDO_E_RANGE with the code division_by_zero
 * @param b_length its bytes, or TIENDO_NTS
 * @param buffer   receives the text
 * @param capacity bytes of the buffer
 * @param length   receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE, TIENDO_E_RANGE, TIENDO_E_ENCODING,
 * TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_fraction_divide(tiendo_context* context, const char* a,
                                                int64_t a_length, const char* b, int64_t b_length,
                                                char* buffer, int64_t capacity,
                                                int64_t* length) TIENDO_NOEXCEPT;

/**
 * Raises a fraction to a power, exactly. A negative exponent inverts; 0 to the power of 0 is 1.
 *
 * @param context     receives code, sentence and offset on failure
 * @param base        the fraction
 * @param base_length its bytes, or TIENDO_NTS
 * @param exponent    the exponent
 * @param buffer      receives the text
 * @param capacity    bytes of the buffer
 * @param length      receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE, TIENDO_E_RANGE, TIENDO_E_ENCODING,
 * TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_fraction_power(tiendo_context* context, const char* base,
                                               int64_t base_length, int32_t exponent, char* buffer,
                                               int64_t capacity, int64_t* length) TIENDO_NOEXCEPT;

/**
 * Compares two fractions by value.
 *
 * @param context  receives code, sentence and offset on failure
 * @param a        a fraction
 * @param a_length its bytes, or TIENDO_NTS
 * @param b        another
 * @param b_length its bytes, or TIENDO_NTS
 * @param order    receives -1 if a is less, 0 if they are equal, 1 if a is more
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE, TIENDO_E_RANGE, TIENDO_E_ENCODING or a
 * status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_fraction_compare(tiendo_context* context, const char* a,
                                                 int64_t a_length, const char* b, int64_t b_length,
                                                 int32_t* order) TIENDO_NOEXCEPT;

/**
 * Writes a fraction as a decimal with a number of digits after the point, correctly rounded from
 * the exact value.
 *
 * @param context      receives code, sentence and offset on failure
 * @param value        the fraction
 * @param value_length its bytes, or TIENDO_NTS
 * @param scale        digits to have after the point, 0 to 9999
 * @param rounding     how to drop digits: one of TIENDO_ROUND_ but TIENDO_ROUND_OWN
 * @param numbers      how to write the number
 * @param buffer       receives the text
 * @param capacity     bytes of the buffer
 * @param length       receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE, TIENDO_E_RANGE, TIENDO_E_ENCODING,
 * TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_fraction_round(tiendo_context* context, const char* value,
                                               int64_t value_length, int32_t scale,
                                               tiendo_rounding rounding, tiendo_numbers numbers,
                                               char* buffer, int64_t capacity,
                                               int64_t* length) TIENDO_NOEXCEPT;

/**
 * As tiendo_fraction_round(), with the marks of a declared format.
 *
 * @param context      receives code, sentence and offset on failure
 * @param value        the fraction
 * @param value_length its bytes, or TIENDO_NTS
 * @param scale        digits to have after the point, 0 to 9999
 * @param rounding     how to drop digits: one of TIENDO_ROUND_ but TIENDO_ROUND_OWN
 * @param format       how to write the number; marks that are unfit or cannot be told apart are
 *                     TIENDO_E_INVALID_ARG with the code marks_conflict
 * @param buffer       receives the text
 * @param capacity     bytes of the buffer
 * @param length       receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_UNSUPPORTED, TIENDO_E_PARSE, TIENDO_E_RANGE,
 * TIENDO_E_ENCODING, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_fraction_round_with(tiendo_context* context, const char* value,
                                                    int64_t value_length, int32_t scale,
                                                    tiendo_rounding rounding,
                                                    const tiendo_number_format* format,
                                                    char* buffer, int64_t capacity,
                                                    int64_t* length) TIENDO_NOEXCEPT;

/**
 * Writes a fraction as a decimal with all its digits, where they end.
 *
 * @param context      receives code, sentence and offset on failure
 * @param value        the fraction; 1/3 is TIENDO_E_RANGE with the code number_not_finite
 * @param value_length its bytes, or TIENDO_NTS
 * @param numbers      how to write the number
 * @param buffer       receives the text
 * @param capacity     bytes of the buffer
 * @param length       receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE, TIENDO_E_RANGE, TIENDO_E_ENCODING,
 * TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_fraction_decimal(tiendo_context* context, const char* value,
                                                 int64_t value_length, tiendo_numbers numbers,
                                                 char* buffer, int64_t capacity,
                                                 int64_t* length) TIENDO_NOEXCEPT;

/**
 * As tiendo_fraction_decimal(), with the marks of a declared format.
 *
 * @param context      receives code, sentence and offset on failure
 * @param value        the fraction; 1/3 is TIENDO_E_RANGE with the code number_not_finite
 * @param value_length its bytes, or TIENDO_NTS
 * @param format       how to write the number; marks that are unfit or cannot be told apart are
 *                     TIENDO_E_INVALID_ARG with the code marks_conflict
 * @param buffer       receives the text
 * @param capacity     bytes of the buffer
 * @param length       receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_UNSUPPORTED, TIENDO_E_PARSE, TIENDO_E_RANGE,
 * TIENDO_E_ENCODING, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_fraction_decimal_with(tiendo_context* context, const char* value,
                                                      int64_t value_length,
                                                      const tiendo_number_format* format,
                                                      char* buffer, int64_t capacity,
                                                      int64_t* length) TIENDO_NOEXCEPT;

/**
 * Finds the largest fraction that is not above a fraction and has a short denominator, to show
 * people: "333/106" for 3.14159 and 112. A fraction whose own denominator is short enough is its
 * own bound.
 *
 * @param context      receives code, sentence and offset on failure
 * @param value        the fraction
 * @param value_length its bytes, or TIENDO_NTS
 * @param denominator  the largest denominator allowed; below 1 is TIENDO_E_RANGE
 * @param buffer       receives the text
 * @param capacity     bytes of the buffer
 * @param length       receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE, TIENDO_E_RANGE, TIENDO_E_ENCODING,
 * TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_fraction_lower(tiendo_context* context, const char* value,
                                               int64_t value_length, int64_t denominator,
                                               char* buffer, int64_t capacity,
                                               int64_t* length) TIENDO_NOEXCEPT;

/**
 * Finds the smallest fraction that is not below a fraction and has a short denominator, as
 * tiendo_fraction_lower() does: "22/7" for 3.14159 and 112.
 *
 * @param context      receives code, sentence and offset on failure
 * @param value        the fraction
 * @param value_length its bytes, or TIENDO_NTS
 * @param denominator  the largest denominator allowed; below 1 is TIENDO_E_RANGE
 * @param buffer       receives the text
 * @param capacity     bytes of the buffer
 * @param length       receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE, TIENDO_E_RANGE, TIENDO_E_ENCODING,
 * TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_fraction_upper(tiendo_context* context, const char* value,
                                               int64_t value_length, int64_t denominator,
                                               char* buffer, int64_t capacity,
                                               int64_t* length) TIENDO_NOEXCEPT;

/**
 * Writes a root of a fraction as a decimal with a number of digits after the point, correctly
 * rounded from the endless exact root. Odd roots of negative numbers are negative.
 *
 * @param context      receives code, sentence and offset on failure
 * @param value        the fraction; with an even degree a negative one is TIENDO_E_RANGE with the
 *                     code root_of_negative
 * @param value_length its bytes, or TIENDO_NTS
 * @param degree       2 for the square root; 1 to 1000000
 * @param scale        digits to have after the point, 0 to 9999
 * @param rounding     how to drop digits: one of TIENDO_ROUND_ but TIENDO_ROUND_OWN
 * @param numbers      how to write the number
 * @param buffer       receives the text
 * @param capacity     bytes of the buffer
 * @param length       receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE, TIENDO_E_RANGE, TIENDO_E_ENCODING,
 * TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_fraction_root(tiendo_context* context, const char* value,
                                              int64_t value_length, int32_t degree, int32_t scale,
                                              tiendo_rounding rounding, tiendo_numbers numbers,
                                              char* buffer, int64_t capacity,
                                              int64_t* length) TIENDO_NOEXCEPT;

/**
 * As tiendo_fraction_root(), with the marks of a declared format.
 *
 * @param context      receives code, sentence and offset on failure
 * @param value        the fraction; with an even degree a negative one is TIENDO_E_RANGE with the
 *                     code root_of_negative
 * @param value_length its bytes, or TIENDO_NTS
 * @param degree       2 for the square root; 1 to 1000000
 * @param scale        digits to have after the point, 0 to 9999
 * @param rounding     how to drop digits: one of TIENDO_ROUND_ but TIENDO_ROUND_OWN
 * @param format       how to write the number; marks that are unfit or cannot be told apart are
 *                     TIENDO_E_INVALID_ARG with the code marks_conflict
 * @param buffer       receives the text
 * @param capacity     bytes of the buffer
 * @param length       receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_UNSUPPORTED, TIENDO_E_PARSE, TIENDO_E_RANGE,
 * TIENDO_E_ENCODING, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_fraction_root_with(tiendo_context* context, const char* value,
                                                   int64_t value_length, int32_t degree,
                                                   int32_t scale, tiendo_rounding rounding,
                                                   const tiendo_number_format* format, char* buffer,
                                                   int64_t capacity,
                                                   int64_t* length) TIENDO_NOEXCEPT;

/**
 * Writes a root of a fraction as a fraction, when it is one: "2/3" for "4/9".
 *
 * @param context      receives code, sentence and offset on failure
 * @param value        the fraction; with an even degree a negative one is TIENDO_E_RANGE with the
 *                     code root_of_negative
 * @param value_length its bytes, or TIENDO_NTS
 * @param degree       2 for the square root; 1 to 1000000
 * @param buffer       receives the text
 * @param capacity     bytes of the buffer
 * @param length       receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE, TIENDO_E_RANGE, TIENDO_E_ENCODING,
 * TIENDO_E_NO_VALUE with the code root_not_rational when the root is no fraction,
 * TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_fraction_exact_root(tiendo_context* context, const char* value,
                                                    int64_t value_length, int32_t degree,
                                                    char* buffer, int64_t capacity,
                                                    int64_t* length) TIENDO_NOEXCEPT;

/**
 * What grew by compound growth: from one value to another over a number of periods. With x the root
 * (last / first)^(rate_periods / periods) the average rate is 100 * (x - 1) percent. Rates go in
 * and come out in percent: 1.9 for 1.9 %. A first value that is not above zero, or a last value
 * below zero, is TIENDO_E_RANGE with the code growth_without_base; a count of periods out of its
 * range is TIENDO_E_RANGE with the code periods_out_of_range.
 */
typedef struct tiendo_growth {
  uint32_t struct_size; /**< sizeof(tiendo_growth) */
  int32_t periods;      /**< from the first value to the last: 5 for 2020 to 2025; 1 to 1000000 */
  int32_t rate_periods; /**< that the rate is for: 12 for a yearly rate of months; 0 stands for 1 */
  uint32_t reserved;    /**< 0 */
  const char* first;    /**< the first value, a fraction as text */
  const char* last;     /**< the last value, a fraction as text */
} tiendo_growth;

/**
 * Writes the average rate of growth in percent, with a number of digits after the point, correctly
 * rounded from the endless exact rate.
 *
 * @param context  receives code, sentence and offset on failure
 * @param growth   what grew
 * @param scale    digits to have after the point, 0 to 9999
 * @param rounding how to drop digits: one of TIENDO_ROUND_ but TIENDO_ROUND_OWN
 * @param numbers  how to write the number
 * @param buffer   receives the text
 * @param capacity bytes of the buffer
 * @param length   receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_UNSUPPORTED, TIENDO_E_PARSE, TIENDO_E_RANGE,
 * TIENDO_E_ENCODING, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_growth_average(tiendo_context* context, const tiendo_growth* growth,
                                               int32_t scale, tiendo_rounding rounding,
                                               tiendo_numbers numbers, char* buffer,
                                               int64_t capacity, int64_t* length) TIENDO_NOEXCEPT;

/**
 * As tiendo_growth_average(), with the marks of a declared format.
 *
 * @param context  receives code, sentence and offset on failure
 * @param growth   what grew
 * @param scale    digits to have after the point, 0 to 9999
 * @param rounding how to drop digits: one of TIENDO_ROUND_ but TIENDO_ROUND_OWN
 * @param format   how to write the number; marks that are unfit or cannot be told apart are
 *                 TIENDO_E_INVALID_ARG with the code marks_conflict
 * @param buffer   receives the text
 * @param capacity bytes of the buffer
 * @param length   receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_UNSUPPORTED, TIENDO_E_PARSE, TIENDO_E_RANGE,
 * TIENDO_E_ENCODING, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_growth_average_with(tiendo_context* context,
                                                    const tiendo_growth* growth, int32_t scale,
                                                    tiendo_rounding rounding,
                                                    const tiendo_number_format* format,
                                                    char* buffer, int64_t capacity,
                                                    int64_t* length) TIENDO_NOEXCEPT;

/**
 * Compares the average rate of growth with a rate, exactly: 100 to 101.0025 in two periods equals
 * 0.5 %.
 *
 * @param context        receives code, sentence and offset on failure
 * @param growth         what grew
 * @param percent        the rate in percent, a fraction as text
 * @param percent_length its bytes, or TIENDO_NTS
 * @param order          receives -1 if the average is less, 0 if they are equal, 1 if it is more
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_UNSUPPORTED, TIENDO_E_PARSE, TIENDO_E_RANGE,
 * TIENDO_E_ENCODING or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_growth_compare(tiendo_context* context, const tiendo_growth* growth,
                                               const char* percent, int64_t percent_length,
                                               int32_t* order) TIENDO_NOEXCEPT;

/**
 * Compares the average rate of growth with a multiple of another, exactly: whether the growth
 * achieved is, say, 0.95 of the growth required.
 *
 * @param context       receives code, sentence and offset on failure
 * @param a             what grew
 * @param factor        a fraction as text, which may be zero or negative
 * @param factor_length its bytes, or TIENDO_NTS
 * @param b             what else grew
 * @param order         receives -1 if the rate of a is less than factor times that of b, 0 if they
 *                      are equal, 1 if it is more
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_UNSUPPORTED, TIENDO_E_PARSE, TIENDO_E_RANGE,
 * TIENDO_E_ENCODING or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_growth_compare_growth(tiendo_context* context,
                                                      const tiendo_growth* a, const char* factor,
                                                      int64_t factor_length, const tiendo_growth* b,
                                                      int32_t* order) TIENDO_NOEXCEPT;

/**
 * Compares the value that the same growth reaches some periods after the last value, last * (last
 * / first)^(further / periods), with a threshold, exactly.
 *
 * @param context          receives code, sentence and offset on failure
 * @param growth           what grew
 * @param further          periods after the last value, 0 to 1000000
 * @param threshold        a fraction as text
 * @param threshold_length its bytes, or TIENDO_NTS
 * @param order            receives -1 if the value is less, 0 if they are equal, 1 if it is more
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_UNSUPPORTED, TIENDO_E_PARSE, TIENDO_E_RANGE,
 * TIENDO_E_ENCODING or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_growth_compare_extrapolated(tiendo_context* context,
                                                            const tiendo_growth* growth,
                                                            int32_t further, const char* threshold,
                                                            int64_t threshold_length,
                                                            int32_t* order) TIENDO_NOEXCEPT;

/**
 * @}
 * @defgroup c_expression Expressions: what a formula says, and what its value can be
 * @{
 *
 * Numbers, references, `+ - * /`, a minus before an operand, and parentheses, as in the formulas of
 * a plan: "actual / plan * 100 - 100". A reference is a plain word, or any id in brackets:
 * "[gross-output.state]". Everything is computed with fractions, so no step rounds.
 */

/** An expression. Never changes: any number of threads use it, each with its own context. */
typedef struct tiendo_expression tiendo_expression;

/** All numbers between two ends. */
typedef struct tiendo_interval {
  uint32_t struct_size; /**< sizeof(tiendo_interval) */
  uint32_t reserved;    /**< 0 */
  int32_t has_low;      /**< whether the lower end belongs to it */
  int32_t has_high;     /**< whether the upper end belongs to it */
  const char* low;      /**< the lower end, a fraction as text */
  const char* high;     /**< the upper end, a fraction as text; may be the lower one */
} tiendo_interval;

/** An end of an interval: one of TIENDO_SIDE_. */
typedef int32_t tiendo_side;

#define TIENDO_SIDE_LOW 1  /**< the lower end */
#define TIENDO_SIDE_HIGH 2 /**< the upper end */

/** What a part of an expression is: one of TIENDO_OPERATION_. */
typedef int32_t tiendo_operation;

#define TIENDO_OPERATION_NUMBER 1    /**< a number that is written in the expression */
#define TIENDO_OPERATION_REFERENCE 2 /**< what stands for a number */
#define TIENDO_OPERATION_NEGATE 3    /**< - right */
#define TIENDO_OPERATION_ADD 4       /**< left + right */
#define TIENDO_OPERATION_SUBTRACT 5  /**< left - right */
#define TIENDO_OPERATION_MULTIPLY 6  /**< left * right */
#define TIENDO_OPERATION_DIVIDE 7    /**< left / right */

/**
 * Reads an expression.
 *
 * @param context    receives code, sentence and offset on failure; the code is expression_syntax,
 *                   with the length of the text as offset where it ends too early, id_syntax for a
 *                   reference in brackets, number_too_long, or expression_too_large
 * @param text       the text
 * @param length     its bytes, or TIENDO_NTS
 * @param expression receives the expression, to be ended by tiendo_expression_destroy(); NULL on
 *                   failure
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE, TIENDO_E_RANGE, TIENDO_E_ENCODING or a
 * status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_expression_parse(tiendo_context* context, const char* text,
                                                 int64_t length,
                                                 tiendo_expression** expression) TIENDO_NOEXCEPT;

/**
 * Counts the ids that an expression refers to, each once.
 *
 * @param context    receives what is wrong on failure
 * @param expression the expression
 * @param count      receives how many there are
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_expression_reference_count(tiendo_context* context,
                                                           const tiendo_expression* expression,
                                                           int64_t* count) TIENDO_NOEXCEPT;

/**
 * Reads an id that an expression refers to.
 *
 * @param context    receives what is wrong on failure
 * @param expression the expression
 * @param index      which one, from 0, in the order in which they first stand in the text
 * @param buffer     receives the id, without brackets
 * @param capacity   bytes of the buffer
 * @param length     receives the length of the id
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_expression_reference(tiendo_context* context,
                                                     const tiendo_expression* expression,
                                                     int64_t index, char* buffer, int64_t capacity,
                                                     int64_t* length) TIENDO_NOEXCEPT;

/**
 * Lists the parts of an expression, the operands of each before itself and the left one before the
 * right one, so that one walk over them computes it. The last is the whole.
 *
 * @param context    receives what is wrong on failure
 * @param expression the expression
 * @param operations receives what each is: one of TIENDO_OPERATION_; may be NULL with a capacity of
 *                   0, like the next three
 * @param references receives of each reference which it is, as tiendo_expression_reference() counts
 *                   them; of others -1
 * @param lefts      receives the place of the left operand; -1 for none
 * @param rights     receives the place of the right operand, or of the only one; -1 for none
 * @param capacity   how many there is room for; when there are more, TIENDO_E_SMALL_BUFFER is
 *                   returned and nothing but the count is set
 * @param count      receives how many there are, 1 to 1000
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_expression_parts(tiendo_context* context,
                                                 const tiendo_expression* expression,
                                                 tiendo_operation* operations, int64_t* references,
                                                 int64_t* lefts, int64_t* rights, int64_t capacity,
                                                 int64_t* count) TIENDO_NOEXCEPT;

/**
 * Writes a number that stands in an expression, plain, with the digits it was written with.
 *
 * @param context    receives what is wrong on failure
 * @param expression the expression
 * @param part       the place of a part that is a number, from 0: TIENDO_E_INVALID_ARG for others
 * @param buffer     receives the number
 * @param capacity   bytes of the buffer
 * @param length     receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_expression_number(tiendo_context* context,
                                                  const tiendo_expression* expression, int64_t part,
                                                  char* buffer, int64_t capacity,
                                                  int64_t* length) TIENDO_NOEXCEPT;

/**
 * Writes an expression in its canonical form: one space around each of `+ - * /`, and only the
 * parentheses and brackets that are needed. With texts in the place of the references it is how the
 * value came about: "52461 / 94820 * 100".
 *
 * @param context    receives what is wrong on failure, with the place of a text in the array as row
 * @param expression the expression
 * @param texts      what to write in the place of each reference, in their order; NULL: themselves
 * @param lengths    the bytes of each text, or TIENDO_NTS; NULL when each ends at its first zero
 *                   byte
 * @param count      how many texts there are: as many as references; any without texts
 * @param buffer     receives the text
 * @param capacity   bytes of the buffer
 * @param length     receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_ENCODING, TIENDO_E_SMALL_BUFFER or a status of
 * rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_expression_format(tiendo_context* context,
                                                  const tiendo_expression* expression,
                                                  const char* const* texts, const int64_t* lengths,
                                                  int64_t count, char* buffer, int64_t capacity,
                                                  int64_t* length) TIENDO_NOEXCEPT;

/**
 * Computes an expression, exactly, and writes its value as a fraction in lowest terms.
 *
 * @param context    receives code, sentence and offset on failure, with the place of a value in the
 *                   array as row when its text is at fault
 * @param expression the expression
 * @param values     the value of each reference, in their order, a fraction as text
 * @param lengths    the bytes of each value, or TIENDO_NTS; NULL when each ends at its first zero
 *                   byte
 * @param count      how many values there are: as many as references; with 0 the arrays may be NULL
 * @param buffer     receives the text
 * @param capacity   bytes of the buffer
 * @param length     receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE, TIENDO_E_RANGE for a divisor that is
 * zero (division_by_zero) and for numbers of more than 10,000 digits on the way (number_too_long),
 * TIENDO_E_ENCODING, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_expression_evaluate(tiendo_context* context,
                                                    const tiendo_expression* expression,
                                                    const char* const* values,
                                                    const int64_t* lengths, int64_t count,
                                                    char* buffer, int64_t capacity,
                                                    int64_t* length) TIENDO_NOEXCEPT;

/**
 * Finds an end of what an expression can be when each reference is only known to lie in an
 * interval: as tiendo_printed_interval() gives for figures as they were printed. The ends are
 * exact, never merely safe: every number between them is the value for some numbers of the
 * references, and none beyond them is.
 *
 * @param context    receives code, sentence and offset on failure, with the place of an interval in
 *                   the array as row when it is at fault
 * @param expression the expression
 * @param intervals  that of each reference, in their order; none may be empty
 * @param count      how many there are: as many as references; with 0 the array may be NULL
 * @param side       which end: one of TIENDO_SIDE_
 * @param included   receives 1 if the end itself is taken, else 0
 * @param buffer     receives the end as a fraction in lowest terms
 * @param capacity   bytes of the buffer
 * @param length     receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_UNSUPPORTED, TIENDO_E_PARSE, TIENDO_E_RANGE for
 * a divisor that may be zero at or between the ends, whether they belong to it or not
 * (divisor_may_vanish), where exact ends are not known
 * (bounds_not_exact) and for number_too_long, TIENDO_E_ENCODING, TIENDO_E_SMALL_BUFFER or a status
 * of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_expression_bound(tiendo_context* context,
                                                 const tiendo_expression* expression,
                                                 const tiendo_interval* intervals, int64_t count,
                                                 tiendo_side side, int32_t* included, char* buffer,
                                                 int64_t capacity, int64_t* length) TIENDO_NOEXCEPT;

/**
 * Ends an expression.
 *
 * @param expression the expression, or NULL
 * @since 0.1
 */
TIENDO_API void tiendo_expression_destroy(tiendo_expression* expression) TIENDO_NOEXCEPT;

/**
 * @}
 * @defgroup c_columns Columns of decimals
 *
 * The same arithmetic on all rows of a column in one call, as exact as on one number. What holds
 * for all of these functions:
 *
 * - A row without a value gives a row without a value: missing is never zero.
 * - A row that cannot be computed, for instance beyond 38 digits, is failure of the call: the
 *   record has the code, and the first such row as its `row`. Then no result is touched. Only a
 *   zero to divide by leaves a row without a value instead, and the functions that return
 *   TIENDO_E_ROWS do: their `codes` receive for each row why its text is refused, or 0, and
 *   `refused` how many are; the record has the first of them.
 * - The buffers of a result have room for the rows of the input: `values16` 16 bytes for each,
 *   little-endian two's complement, 0 in a row without a value; `validity` (rows + 7) / 8 bytes,
 *   the lowest bit of each byte first, 1 if there is a value, 0 behind the last row. They are
 *   written when all is computed, so they may be, or overlap, those of an input. Without rows they
 *   may be NULL.
 * - What the bitmap of an input says behind the last row does not matter.
 * - No buffer needs to be aligned. Two columns of one call have the same number of rows, else
 *   TIENDO_E_INVALID_ARG.
 * @{
 */

/** A column of decimals: the two buffers of Arrow's decimal128. */
typedef struct tiendo_decimal_column {
  uint32_t struct_size;    /**< sizeof(tiendo_decimal_column) */
  int32_t scale;           /**< digits after the point of every row, 0 to 38 */
  int64_t count;           /**< how many rows */
  const void* values16;    /**< 16 bytes a row, little-endian two's complement */
  const uint8_t* validity; /**< a bit a row, the lowest first: 1 for a value; NULL: all are 1 */
} tiendo_decimal_column;

/** A column of texts: the three buffers of Arrow's utf8 or large_utf8. */
typedef struct tiendo_text_column {
  uint32_t struct_size;    /**< sizeof(tiendo_text_column) */
  int32_t offset_size;     /**< bytes of an offset: 4 (int32_t) or 8 (int64_t) */
  int64_t count;           /**< how many rows */
  const char* bytes;       /**< the texts one behind the other, UTF-8 */
  int64_t byte_count;      /**< how many bytes those are */
  const void* offsets;     /**< count + 1 of them: row i ends where row i + 1 begins */
  const uint8_t* validity; /**< a bit a row, the lowest first: 1 for a value; NULL: all are 1 */
} tiendo_text_column;

/**
 * Texts as a dictionary, as in Arrow: row i has the text words[indexes[i]]. Of ids of indicators,
 * units and projects without words the indexes are positions in the plan, as tiendo_plan_find()
 * gives them.
 */
typedef struct tiendo_word_column {
  uint32_t struct_size;            /**< sizeof(tiendo_word_column) */
  uint32_t reserved;               /**< 0 */
  const int32_t* indexes;          /**< one a row; below zero: the row has no text */
  const tiendo_text_column* words; /**< the texts */
} tiendo_word_column;

/**
 * Reads each text of a column as tiendo_decimal_parse() does, with zeros added up to the scale. A
 * text with more digits after the point is refused, not rounded.
 *
 * @param context  receives what is wrong on failure, with the row, and the offset in its text
 * @param texts    the texts
 * @param numbers  how the numbers are written
 * @param scale    digits after the point of the result, 0 to 38
 * @param values16 receives the numbers
 * @param validity receives which rows have one
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_UNSUPPORTED, TIENDO_E_PARSE, TIENDO_E_RANGE,
 * TIENDO_E_ENCODING or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_column_parse(tiendo_context* context,
                                             const tiendo_text_column* texts,
                                             tiendo_numbers numbers, int32_t scale, void* values16,
                                             uint8_t* validity) TIENDO_NOEXCEPT;

/**
 * As tiendo_column_parse(), with the marks of a declared format.
 *
 * @param context  receives what is wrong on failure, with the row, and the offset in its text
 * @param texts    the texts
 * @param format   how the numbers are written; as in tiendo_decimal_parse_with()
 * @param scale    digits after the point of the result, 0 to 38
 * @param values16 receives the numbers
 * @param validity receives which rows have one
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_UNSUPPORTED, TIENDO_E_PARSE, TIENDO_E_RANGE,
 * TIENDO_E_ENCODING or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_column_parse_with(tiendo_context* context,
                                                  const tiendo_text_column* texts,
                                                  const tiendo_number_format* format, int32_t scale,
                                                  void* values16,
                                                  uint8_t* validity) TIENDO_NOEXCEPT;

/**
 * As tiendo_column_parse_with(), but a text that is refused leaves the other rows as they are.
 *
 * @param context  receives what is wrong with the first text that is refused
 * @param texts    the texts
 * @param format   how the numbers are written; NULL: as TIENDO_NUMBERS_PLAIN
 * @param scale    digits after the point of the result, 0 to 38
 * @param values16 receives the numbers
 * @param validity receives which rows have one
 * @param codes    receives for each row why its text is refused, or 0
 * @param refused  receives how many are
 * @return TIENDO_OK, TIENDO_E_ROWS, TIENDO_E_INVALID_ARG, TIENDO_E_UNSUPPORTED, TIENDO_E_RANGE or a
 * status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_column_parse_rows(tiendo_context* context,
                                                  const tiendo_text_column* texts,
                                                  const tiendo_number_format* format, int32_t scale,
                                                  void* values16, uint8_t* validity, int32_t* codes,
                                                  int64_t* refused) TIENDO_NOEXCEPT;

/**
 * Reads each text of a column as tiendo_date_parse() does; one that is refused leaves the others.
 *
 * @param context  receives what is wrong with the first text that is refused
 * @param texts    the texts
 * @param days     receives 4 bytes a row: the days; 0 without one
 * @param validity receives which rows have one
 * @param codes    receives for each row why its text is refused, or 0
 * @param refused  receives how many are
 * @return TIENDO_OK, TIENDO_E_ROWS, TIENDO_E_INVALID_ARG, TIENDO_E_UNSUPPORTED or a status of rule
 * 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_column_parse_days(tiendo_context* context,
                                                  const tiendo_text_column* texts, int32_t* days,
                                                  uint8_t* validity, int32_t* codes,
                                                  int64_t* refused) TIENDO_NOEXCEPT;

/**
 * Writes each day of a column (Arrow's date32) as tiendo_date_format() does, one behind the other:
 * the buffers of Arrow's large_utf8.
 *
 * @param context  receives what is wrong on failure, with the row
 * @param days     the days
 * @param validity which rows have one; NULL: all
 * @param count    how many rows
 * @param offsets  receives count + 1 offsets into the text; untouched when the buffer is too small
 * @param buffer   receives the texts
 * @param capacity bytes of the buffer
 * @param length   receives the length of all texts
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_RANGE, TIENDO_E_SMALL_BUFFER or a status of
 * rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_column_format_days(tiendo_context* context, const int32_t* days,
                                                   const uint8_t* validity, int64_t count,
                                                   int64_t* offsets, char* buffer, int64_t capacity,
                                                   int64_t* length) TIENDO_NOEXCEPT;

/**
 * Adds months, then days, to each day of a column, as tiendo_date_add() does.
 *
 * @param context   receives what is wrong on failure, with the row
 * @param days      the days
 * @param validity  which rows have one; NULL: all
 * @param count     how many rows
 * @param months    how many months to add first; below zero to subtract
 * @param more_days how many days to add then; below zero to subtract
 * @param results   receives the days that are reached, 0 without one; may be the array of the days
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_RANGE or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_column_add_to_days(tiendo_context* context, const int32_t* days,
                                                   const uint8_t* validity, int64_t count,
                                                   int64_t months, int64_t more_days,
                                                   int32_t* results) TIENDO_NOEXCEPT;

/**
 * Reads each text of a column as tiendo_period_parse() does; one that is refused leaves the others.
 *
 * @param context  receives what is wrong with the first text that is refused
 * @param texts    the texts
 * @param starts   receives 4 bytes a row: the first days; 0 without a period
 * @param ends     receives the first days after them, likewise
 * @param validity receives which rows have a period
 * @param codes    receives for each row why its text is refused, or 0
 * @param refused  receives how many are
 * @return TIENDO_OK, TIENDO_E_ROWS, TIENDO_E_INVALID_ARG, TIENDO_E_UNSUPPORTED or a status of rule
 * 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_column_parse_periods(tiendo_context* context,
                                                     const tiendo_text_column* texts,
                                                     int32_t* starts, int32_t* ends,
                                                     uint8_t* validity, int32_t* codes,
                                                     int64_t* refused) TIENDO_NOEXCEPT;

/**
 * Writes each period of a column as tiendo_period_format() does, one behind the other: the buffers
 * of Arrow's large_utf8.
 *
 * @param context  receives what is wrong on failure, with the row
 * @param starts   the first days
 * @param ends     the first days after them
 * @param validity which rows have a period; NULL: all
 * @param count    how many rows
 * @param offsets  receives count + 1 offsets into the text; untouched when the buffer is too small
 * @param buffer   receives the texts
 * @param capacity bytes of the buffer
 * @param length   receives the length of all texts
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE, TIENDO_E_RANGE, TIENDO_E_SMALL_BUFFER or
 * a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_column_format_periods(tiendo_context* context,
                                                      const int32_t* starts, const int32_t* ends,
                                                      const uint8_t* validity, int64_t count,
                                                      int64_t* offsets, char* buffer,
                                                      int64_t capacity,
                                                      int64_t* length) TIENDO_NOEXCEPT;

/**
 * Writes the exact quotient of each row as tiendo_ratio_format() does, "52461/94820", one behind
 * the other: the buffers of Arrow's large_utf8. A row with a zero to divide by has none.
 *
 * @param context     receives what is wrong on failure
 * @param numerator   the numbers to divide
 * @param denominator the numbers to divide by
 * @param validity    receives which rows have a quotient
 * @param reasons     receives for each row the code division_by_zero (102) or 0; NULL: not wanted
 * @param offsets     receives count + 1 offsets into the text; untouched when the buffer is too
 *                    small
 * @param buffer      receives the texts
 * @param capacity    bytes of the buffer
 * @param length      receives the length of all texts
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_UNSUPPORTED, TIENDO_E_RANGE,
 * TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_column_format_ratios(
    tiendo_context* context, const tiendo_decimal_column* numerator,
    const tiendo_decimal_column* denominator, uint8_t* validity, int32_t* reasons, int64_t* offsets,
    char* buffer, int64_t capacity, int64_t* length) TIENDO_NOEXCEPT;

/**
 * Writes each row of a column as tiendo_decimal_format() does, one behind the other: the buffers of
 * Arrow's large_utf8. A row without a value has the empty text; its validity is the column's.
 *
 * @param context  receives what is wrong on failure
 * @param column   the numbers
 * @param numbers  how to write them
 * @param offsets  receives count + 1 offsets into the text; untouched when the buffer is too small
 * @param buffer   receives the texts
 * @param capacity bytes of the buffer
 * @param length   receives the length of all texts
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_UNSUPPORTED, TIENDO_E_RANGE,
 * TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_column_format(tiendo_context* context,
                                              const tiendo_decimal_column* column,
                                              tiendo_numbers numbers, int64_t* offsets,
                                              char* buffer, int64_t capacity,
                                              int64_t* length) TIENDO_NOEXCEPT;

/**
 * As tiendo_column_format(), with the marks of a declared format.
 *
 * @param context  receives what is wrong on failure
 * @param column   the numbers
 * @param format   how to write them; as in tiendo_decimal_format_with()
 * @param offsets  receives count + 1 offsets into the text; untouched when the buffer is too small
 * @param buffer   receives the texts
 * @param capacity bytes of the buffer
 * @param length   receives the length of all texts
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_UNSUPPORTED, TIENDO_E_RANGE,
 * TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_column_format_with(tiendo_context* context,
                                                   const tiendo_decimal_column* column,
                                                   const tiendo_number_format* format,
                                                   int64_t* offsets, char* buffer, int64_t capacity,
                                                   int64_t* length) TIENDO_NOEXCEPT;

/**
 * Compares two columns row by row, by value: 1.5 and 1.50 are equal.
 *
 * @param context  receives what is wrong on failure
 * @param a        a column
 * @param b        another
 * @param orders   receives for each row -1 if a is less, 0 if they are equal or there is no value,
 *                 1 if a is more
 * @param validity receives which rows are compared
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_UNSUPPORTED, TIENDO_E_RANGE or a status of
 * rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_column_compare(tiendo_context* context,
                                               const tiendo_decimal_column* a,
                                               const tiendo_decimal_column* b, int8_t* orders,
                                               uint8_t* validity) TIENDO_NOEXCEPT;

/**
 * Adds two columns row by row, exactly. The result has the larger scale.
 *
 * @param context  receives what is wrong on failure
 * @param a        a column
 * @param b        another
 * @param values16 receives a + b
 * @param validity receives which rows have a value
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_UNSUPPORTED, TIENDO_E_RANGE or a status of
 * rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_column_add(tiendo_context* context, const tiendo_decimal_column* a,
                                           const tiendo_decimal_column* b, void* values16,
                                           uint8_t* validity) TIENDO_NOEXCEPT;

/**
 * Subtracts a column from another row by row, exactly. The result has the larger scale.
 *
 * @param context  receives what is wrong on failure
 * @param a        a column
 * @param b        another
 * @param values16 receives a - b
 * @param validity receives which rows have a value
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_UNSUPPORTED, TIENDO_E_RANGE or a status of
 * rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_column_subtract(tiendo_context* context,
                                                const tiendo_decimal_column* a,
                                                const tiendo_decimal_column* b, void* values16,
                                                uint8_t* validity) TIENDO_NOEXCEPT;

/**
 * Multiplies two columns row by row, exactly. The result has the sum of the scales, which beyond 38
 * is TIENDO_E_RANGE.
 *
 * @param context  receives what is wrong on failure
 * @param a        a column
 * @param b        another
 * @param values16 receives a * b
 * @param validity receives which rows have a value
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_UNSUPPORTED, TIENDO_E_RANGE or a status of
 * rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_column_multiply(tiendo_context* context,
                                                const tiendo_decimal_column* a,
                                                const tiendo_decimal_column* b, void* values16,
                                                uint8_t* validity) TIENDO_NOEXCEPT;

/**
 * Divides a column by another row by row and rounds factor * numerator / denominator once, from the
 * exact quotient. A factor of 100 makes percentages.
 *
 * @param context     receives what is wrong on failure
 * @param numerator   the numbers to divide
 * @param denominator the numbers to divide by; a row with zero has no quotient
 * @param factor      what the quotient is multiplied with before it is rounded: 1, 100, ...
 * @param scale       digits after the point of the result, 0 to 38
 * @param rounding    how to drop digits: one of TIENDO_ROUND_ but TIENDO_ROUND_OWN
 * @param values16    receives the quotients
 * @param validity    receives which rows have one
 * @param reasons     receives for each row the code division_by_zero (102) or 0; NULL: not wanted
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_UNSUPPORTED, TIENDO_E_RANGE or a status of
 * rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_column_divide(tiendo_context* context,
                                              const tiendo_decimal_column* numerator,
                                              const tiendo_decimal_column* denominator,
                                              int64_t factor, int32_t scale,
                                              tiendo_rounding rounding, void* values16,
                                              uint8_t* validity, int32_t* reasons) TIENDO_NOEXCEPT;

/**
 * Rounds all rows of a column to a scale; a scale above its own adds zeros.
 *
 * @param context  receives what is wrong on failure
 * @param column   the column
 * @param scale    digits after the point of the result, 0 to 38
 * @param rounding how to drop digits: one of TIENDO_ROUND_ but TIENDO_ROUND_OWN
 * @param values16 receives the rounded numbers
 * @param validity receives which rows have a value
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_UNSUPPORTED, TIENDO_E_RANGE or a status of
 * rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_column_round(tiendo_context* context,
                                             const tiendo_decimal_column* column, int32_t scale,
                                             tiendo_rounding rounding, void* values16,
                                             uint8_t* validity) TIENDO_NOEXCEPT;

/**
 * Adds up the rows of a column that have a value, exactly.
 *
 * @param context receives what is wrong on failure
 * @param column  the column
 * @param total   receives the sum, with the scale of the column; 0 when no row has a value
 * @param count   receives how many rows have a value
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_UNSUPPORTED, TIENDO_E_RANGE or a status of
 * rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_column_sum(tiendo_context* context,
                                           const tiendo_decimal_column* column,
                                           tiendo_decimal* total, int64_t* count) TIENDO_NOEXCEPT;

/**
 * @}
 * @defgroup c_plan Plans: what has been promised
 * @{
 */

/** A plan, read or built and found sound; never changes. */
typedef struct tiendo_plan tiendo_plan;

/** What a plan has many of: one of TIENDO_PART_. */
typedef int32_t tiendo_part;

#define TIENDO_PART_MEASURES 1    /**< measures */
#define TIENDO_PART_UNITS 2       /**< responsible units */
#define TIENDO_PART_INDICATORS 3  /**< indicators */
#define TIENDO_PART_TARGETS 4     /**< targets, of the plan and of its projects */
#define TIENDO_PART_PROJECTS 5    /**< projects */
#define TIENDO_PART_TASK_GROUPS 6 /**< task groups */
#define TIENDO_PART_SUCCESSION 7  /**< what becomes of units, an event each */
#define TIENDO_PART_HEAD 8        /**< what the plan says of itself: there is one */

/**
 * Reads a plan from text in the format tiendo-plan/1 (JSON). With one finding of severity error
 * there is no plan; all findings stay in the context. Lists in tables beside the file are refused
 * (table_unreadable): a text stands beside nothing; see tiendo_plan_read_tables().
 *
 * @param context receives the findings, and the first error as its record
 * @param text    the text
 * @param length  its bytes, or TIENDO_NTS
 * @param name    the name of the file in the findings; NULL for none
 * @param plan    receives the plan, to be ended by tiendo_plan_destroy(); NULL on failure
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_FILE (a list in a table), TIENDO_E_PARSE,
 * TIENDO_E_RANGE, TIENDO_E_ENCODING, TIENDO_E_UNSUPPORTED, TIENDO_E_CANCELLED or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_plan_read(tiendo_context* context, const char* text, int64_t length,
                                          const char* name, tiendo_plan** plan) TIENDO_NOEXCEPT;

/**
 * Reads a plan from a file, as tiendo_plan_read() does, with the tables that it names: CSV files in
 * the folder of the file or below. Findings in a table have its path as their file.
 *
 * @param context receives the findings, and the first error as its record
 * @param path    the file
 * @param plan    receives the plan, to be ended by tiendo_plan_destroy(); NULL on failure
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_FILE, TIENDO_E_PARSE, TIENDO_E_RANGE,
 * TIENDO_E_ENCODING, TIENDO_E_UNSUPPORTED, TIENDO_E_CANCELLED or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_plan_read_file(tiendo_context* context, const char* path,
                                               tiendo_plan** plan) TIENDO_NOEXCEPT;

/**
 * Reads a plan from text, as tiendo_plan_read() does, with the tables that it names: each is a text
 * of the caller. A table that the plan does not name is not looked at. Findings in a table have as
 * their file its name, in the folder of `name`.
 *
 * @param context receives the findings, and the first error as its record
 * @param text    the text
 * @param length  its bytes, or TIENDO_NTS
 * @param name    the name of the file in the findings; NULL for none
 * @param names   of each table its name, as the plan has it: "units.csv"; each once. NULL where
 *                count is 0
 * @param texts   of each table its text (CSV); copied. NULL where count is 0
 * @param lengths their bytes, or TIENDO_NTS; NULL when each ends at its first zero byte
 * @param count   how many tables there are
 * @param plan    receives the plan, to be ended by tiendo_plan_destroy(); NULL on failure
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_FILE (a table that is not given),
 * TIENDO_E_PARSE, TIENDO_E_RANGE, TIENDO_E_ENCODING, TIENDO_E_UNSUPPORTED, TIENDO_E_CANCELLED or a
 * status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_plan_read_tables(tiendo_context* context, const char* text,
                                                 int64_t length, const char* name,
                                                 const char* const* names, const char* const* texts,
                                                 const int64_t* lengths, int64_t count,
                                                 tiendo_plan** plan) TIENDO_NOEXCEPT;

/**
 * Ends a plan. Observations and reports that were made with it keep what they need.
 *
 * @param plan the plan, or NULL
 * @since 0.1
 */
TIENDO_API void tiendo_plan_destroy(tiendo_plan* plan) TIENDO_NOEXCEPT;

/**
 * Counts what a plan describes.
 *
 * @param context receives what is wrong on failure
 * @param plan    the plan
 * @param part    what to count: one of TIENDO_PART_
 * @param count   receives how many there are
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_plan_count(tiendo_context* context, const tiendo_plan* plan,
                                           tiendo_part part, int64_t* count) TIENDO_NOEXCEPT;

/**
 * Finds the part with an id.
 *
 * @param context receives what is wrong on failure
 * @param plan    the plan
 * @param part    of which kind: TIENDO_PART_MEASURES, _UNITS, _INDICATORS, _PROJECTS or
 *                _TASK_GROUPS; the others have no ids
 * @param id      the id
 * @param length  its bytes, or TIENDO_NTS
 * @param index   receives its index, from 0; -1 when there is none
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_ENCODING or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_plan_find(tiendo_context* context, const tiendo_plan* plan,
                                          tiendo_part part, const char* id, int64_t length,
                                          int64_t* index) TIENDO_NOEXCEPT;

/**
 * Reads a value of a part by the keys of the format tiendo-plan/1: what went in as "parent" comes
 * out as "parent". Nothing is left unsaid: what a plan fills in (unit, assigner and period of a
 * target, the rules and digits of an indicator) is there as if it had been written, and a name, a
 * decision, a baseline or a task is always an object ("name/vi").
 *
 * @param context     receives what is wrong on failure
 * @param plan        the plan
 * @param part        of which kind: one of TIENDO_PART_
 * @param index       which one, from 0; 0 of TIENDO_PART_HEAD
 * @param path        one or several keys, or positions in a list from 0, with "/" between them:
 *                    "name/vi", "milestones/0/due", "increase_by/value"; within a key "/" is
 *                    written "~1". "" is the whole part, which tiendo_plan_builder_add() takes.
 *                    Of a target, "condition" is the key of its condition: "at_least"
 * @param path_length its bytes, or TIENDO_NTS
 * @param buffer      receives a text as it is, a number with its digits, a list or an object as
 *                    JSON on one line, and the empty text where the part does not have it
 * @param capacity    bytes of the buffer
 * @param length      receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE for a key that the format does not have,
 * TIENDO_E_ENCODING, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_plan_value(tiendo_context* context, const tiendo_plan* plan,
                                           tiendo_part part, int64_t index, const char* path,
                                           int64_t path_length, char* buffer, int64_t capacity,
                                           int64_t* length) TIENDO_NOEXCEPT;

/**
 * Counts the values at a path of a part.
 *
 * @param context     receives what is wrong on failure
 * @param plan        the plan
 * @param part        of which kind: one of TIENDO_PART_
 * @param index       which one, from 0
 * @param path        where, as for tiendo_plan_value(): "milestones"
 * @param path_length its bytes, or TIENDO_NTS
 * @param count       receives the number of items of a list or of keys of an object, 1 for any
 *                    other value, 0 where the part does not have it
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE for a key that the format does not have,
 * TIENDO_E_ENCODING or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_plan_value_count(tiendo_context* context, const tiendo_plan* plan,
                                                 tiendo_part part, int64_t index, const char* path,
                                                 int64_t path_length,
                                                 int64_t* count) TIENDO_NOEXCEPT;

/**
 * Reads a key of the object at a path: of a part, of the shares of a profile, of the components of
 * a condition.
 *
 * @param context     receives what is wrong on failure
 * @param plan        the plan
 * @param part        of which kind: one of TIENDO_PART_
 * @param index       which one, from 0
 * @param path        where, as for tiendo_plan_value(): "profile"
 * @param path_length its bytes, or TIENDO_NTS
 * @param item        which key, from 0
 * @param buffer      receives the key as it stands in a path, "/" as "~1"; the empty text where
 *                    there are no more, or no object
 * @param capacity    bytes of the buffer
 * @param length      receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE for a key that the format does not have,
 * TIENDO_E_ENCODING, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_plan_value_key(tiendo_context* context, const tiendo_plan* plan,
                                               tiendo_part part, int64_t index, const char* path,
                                               int64_t path_length, int64_t item, char* buffer,
                                               int64_t capacity, int64_t* length) TIENDO_NOEXCEPT;

/**
 * Reads a value of all parts of a kind, as tiendo_plan_value() does of one, one behind the other:
 * the buffers of Arrow's large_utf8. What a part does not have is the empty text.
 *
 * @param context     receives what is wrong on failure, with the position of the part as row
 * @param plan        the plan
 * @param part        of which kind: one of TIENDO_PART_ but TIENDO_PART_HEAD
 * @param path        where in each of them, as for tiendo_plan_value(): "id", "condition"
 * @param path_length its bytes, or TIENDO_NTS
 * @param offsets     receives as many offsets into the text as there are parts, and one more;
 *                    untouched when the buffer is too small
 * @param buffer      receives the texts
 * @param capacity    bytes of the buffer
 * @param length      receives the length of all texts
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE for a key that the format does not have,
 * TIENDO_E_ENCODING, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_plan_column(tiendo_context* context, const tiendo_plan* plan,
                                            tiendo_part part, const char* path, int64_t path_length,
                                            int64_t* offsets, char* buffer, int64_t capacity,
                                            int64_t* length) TIENDO_NOEXCEPT;

/** What a part has to do with others, worked out: one of TIENDO_LINK_. */
typedef int32_t tiendo_link;

#define TIENDO_LINK_FORMULA 1     /**< of an indicator: the indicators that its formula is over */
#define TIENDO_LINK_TASK_GROUPS 2 /**< of a target: the task groups that serve it */

/**
 * Finds the parts that a part has to do with: the indicators in a formula, each once, in the order
 * in which they stand there; the task groups of a target, by what the target says or, when it names
 * none, by what the groups say, in the order of the plan.
 *
 * @param context   receives what is wrong on failure
 * @param plan      the plan
 * @param link      what is asked: one of TIENDO_LINK_
 * @param index     of which part, from 0: an indicator or a target
 * @param positions receives their positions in the plan; may be NULL with a capacity of 0
 * @param capacity  how many there is room for; when there are more, TIENDO_E_SMALL_BUFFER is
 *                  returned and nothing but the count is set
 * @param count     receives how many there are; 0 of an indicator without a formula
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_plan_links(tiendo_context* context, const tiendo_plan* plan,
                                           tiendo_link link, int64_t index, int64_t* positions,
                                           int64_t capacity, int64_t* count) TIENDO_NOEXCEPT;

/**
 * Writes an amount in another measure of the plan, as a fraction, exactly: 1.5 ha is 15000 in
 * square metres.
 *
 * @param context      receives code, sentence and offset on failure
 * @param plan         the plan
 * @param value        the amount, a fraction as text
 * @param value_length its bytes, or TIENDO_NTS
 * @param from         id of the measure that it is in
 * @param to           id of the other measure, of the same kind
 * @param buffer       receives the text
 * @param capacity     bytes of the buffer
 * @param length       receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE for an unknown measure and for two of
 * different kinds, TIENDO_E_RANGE, TIENDO_E_ENCODING, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_plan_convert(tiendo_context* context, const tiendo_plan* plan,
                                             const char* value, int64_t value_length,
                                             const char* from, const char* to, char* buffer,
                                             int64_t capacity, int64_t* length) TIENDO_NOEXCEPT;

/**
 * Writes a plan as text in the format tiendo-plan/1 (JSON), in its canonical form: two plans that
 * are alike give the same bytes, and tiendo_plan_read() reads them back.
 *
 * @param context  receives what is wrong on failure
 * @param plan     the plan
 * @param buffer   receives the text
 * @param capacity bytes of the buffer
 * @param length   receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_plan_write(tiendo_context* context, const tiendo_plan* plan,
                                           char* buffer, int64_t capacity,
                                           int64_t* length) TIENDO_NOEXCEPT;

/**
 * Writes a plan as tiendo_plan_write() does, but lists that were read from tables stand in the text
 * as their names, as they did in what was read. The tables themselves are read by
 * tiendo_plan_table_text(). Of a plan that was built, or read without tables, it is the same text.
 *
 * @param context  receives what is wrong on failure
 * @param plan     the plan
 * @param buffer   receives the text
 * @param capacity bytes of the buffer
 * @param length   receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_plan_write_tables(tiendo_context* context, const tiendo_plan* plan,
                                                  char* buffer, int64_t capacity,
                                                  int64_t* length) TIENDO_NOEXCEPT;

/** A text of a table that a plan was read with: one of TIENDO_TABLE_. */
typedef int32_t tiendo_table_text;

#define TIENDO_TABLE_LIST 1 /**< the list that it holds: "/units", "/plan/targets" */
#define TIENDO_TABLE_NAME 2 /**< its name, as the plan has it: "units.csv" */
#define TIENDO_TABLE_FILE 3 /**< the file that findings name: "books/units.csv" */
#define TIENDO_TABLE_TEXT 4 /**< its rows, as they were read (CSV) */

/**
 * Counts the tables that a plan was read with.
 *
 * @param context receives what is wrong on failure
 * @param plan    the plan
 * @param count   receives how many there are; 0 of a plan that was built
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_plan_table_count(tiendo_context* context, const tiendo_plan* plan,
                                                 int64_t* count) TIENDO_NOEXCEPT;

/**
 * Reads a text of a table that a plan was read with.
 *
 * @param context  receives what is wrong on failure
 * @param plan     the plan
 * @param index    which table, from 0, in the order of the lists
 * @param which    which text: one of TIENDO_TABLE_
 * @param buffer   receives the text
 * @param capacity bytes of the buffer
 * @param length   receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_plan_table_text(tiendo_context* context, const tiendo_plan* plan,
                                                int64_t index, tiendo_table_text which,
                                                char* buffer, int64_t capacity,
                                                int64_t* length) TIENDO_NOEXCEPT;

/**
 * The parts of a plan that is being put together without a file; used by one thread at a time
 * (rule 7).
 */
typedef struct tiendo_plan_builder tiendo_plan_builder;

/**
 * Makes a builder.
 *
 * @param context receives what is wrong on failure
 * @param plan    the plan with whose parts it begins, in their order and with the defaults that
 *                were filled in; NULL to begin with nothing
 * @param builder receives the builder, to be ended by tiendo_plan_builder_destroy(); NULL on
 *                failure
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_plan_builder_create(tiendo_context* context,
                                                    const tiendo_plan* plan,
                                                    tiendo_plan_builder** builder) TIENDO_NOEXCEPT;

/**
 * Writes a part that a builder has, as text that tiendo_plan_builder_add() and _replace() take: the
 * whole of it, as tiendo_plan_value() has it, but without what a plan fills in. After a look at a
 * target, targets that came in columns take as much room as all others.
 *
 * @param context  receives what is wrong on failure
 * @param builder  the builder
 * @param part     of which kind: one of TIENDO_PART_
 * @param index    which one, from 0; 0 of TIENDO_PART_HEAD, once there is one
 * @param buffer   receives the text, JSON on one line
 * @param capacity bytes of the buffer
 * @param length   receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_plan_builder_part(tiendo_context* context,
                                                  tiendo_plan_builder* builder, tiendo_part part,
                                                  int64_t index, char* buffer, int64_t capacity,
                                                  int64_t* length) TIENDO_NOEXCEPT;

/**
 * Adds a part behind those of its kind, or sets the head in the place of the one before. What the
 * part says of others is not looked at before tiendo_plan_builder_build(), so that parts may be
 * added in any order.
 *
 * @param context receives the findings, with line and column in the text, and the first error as
 *                its record
 * @param builder the builder; it is as it was on failure
 * @param part    of which kind: one of TIENDO_PART_; the targets of a project may stand in it
 * @param text    the part as an object of the format tiendo-plan/1 (JSON):
 *                `{"id": "ha", "kind": "area", "factor": "10000"}`; the head as the object "plan"
 *                without its lists of targets, projects and task groups
 * @param length  bytes of the text, or TIENDO_NTS
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE, TIENDO_E_RANGE, TIENDO_E_ENCODING or a
 * status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_plan_builder_add(tiendo_context* context,
                                                 tiendo_plan_builder* builder, tiendo_part part,
                                                 const char* text, int64_t length) TIENDO_NOEXCEPT;

/**
 * Adds a part from each row of a table whose columns are keys of the format tiendo-plan/1: all
 * rows, or none of them.
 *
 * @param context      receives the findings, whose path is "/7/parent": the row from 0 and the key,
 *                     "/7" for a row as a whole, "/parent" for a column; and the first error as its
 *                     record, with its row
 * @param builder      the builder; it is as it was on failure
 * @param part         of which kind: one of TIENDO_PART_, other than TIENDO_PART_HEAD
 * @param keys         the key of each column, ended by a zero byte: "id", "parent", and inside of
 *                     another as in tiendo_plan_value(): "name/vi", "codes/0/code",
 *                     "increase_by/value"; or with points, as in tables beside a plan: "name.vi".
 *                     Targets may name their condition in a column "condition" and its number in a
 *                     column "value"
 * @param columns      the columns, all of as many rows; a row without a text, or with the empty
 *                     one, does not have the key. Numbers are written in the plain format
 * @param column_count how many columns there are
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_UNSUPPORTED, TIENDO_E_PARSE, TIENDO_E_RANGE,
 * TIENDO_E_ENCODING or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_plan_builder_add_columns(tiendo_context* context,
                                                         tiendo_plan_builder* builder,
                                                         tiendo_part part, const char* const* keys,
                                                         const tiendo_text_column* columns,
                                                         int64_t column_count) TIENDO_NOEXCEPT;

/**
 * Targets as columns of equal length: what most of them say, without a text for each number. Of the
 * rest a column that is NULL is absent, and no row has what it says.
 */
typedef struct tiendo_target_columns {
  uint32_t struct_size;                /**< sizeof(tiendo_target_columns) */
  int32_t scale;                       /**< digits after the points of numbers without their own */
  int64_t count;                       /**< how many rows */
  const tiendo_word_column* indicator; /**< ids; needed */
  const tiendo_word_column* unit;      /**< ids; without one: the unit of the plan */
  const tiendo_word_column* assigner;  /**< ids; without one: the unit of the plan */
  const int32_t* period_start;         /**< first days of the periods; NULL: that of the plan */
  const int32_t* period_end;           /**< first days after them */
  const int8_t* condition;             /**< from TIENDO_CONDITION_AT_LEAST to _EQUAL; needed */
  const int64_t* coefficients;         /**< what is asked for, without the points; needed */
  const uint8_t* scales;               /**< digits after each point; NULL: `scale` of all */
  const int64_t* baseline;             /**< values of the baselines, without the points */
  const uint8_t* baseline_scales;      /**< digits after each point; NULL: `scale` of all */
  const uint8_t* baseline_validity;    /**< a bit a row: 1 for a baseline; NULL: all have one */
} tiendo_target_columns;

/**
 * Adds a target from each row of some columns: all rows, or none of them. A country's hundreds of
 * thousands are added in a few milliseconds. Words are read where they are; indexes, where columns
 * have the same `words`, as well.
 *
 * @param context receives what is wrong, and in which row, on failure
 * @param builder the builder; it is as it was on failure. What targets say of each other and of
 *                other parts is looked at by tiendo_plan_builder_build()
 * @param columns the columns
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_UNSUPPORTED, TIENDO_E_PARSE for a period that
 * is empty, TIENDO_E_RANGE for an index beyond its words, a scale above 38 or a day,
 * TIENDO_E_ENCODING or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status
tiendo_plan_builder_add_targets(tiendo_context* context, tiendo_plan_builder* builder,
                                const tiendo_target_columns* columns) TIENDO_NOEXCEPT;

/**
 * Puts a part in the place of one that was added: the path of a finding, such as
 * "/units/3/parent", says which.
 *
 * @param context receives the findings, as from tiendo_plan_builder_add()
 * @param builder the builder; it is as it was on failure
 * @param part    of which kind: one of TIENDO_PART_, other than TIENDO_PART_HEAD
 * @param index   which one, from 0
 * @param text    the part, as for tiendo_plan_builder_add()
 * @param length  bytes of the text, or TIENDO_NTS
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE, TIENDO_E_RANGE, TIENDO_E_ENCODING or a
 * status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_plan_builder_replace(tiendo_context* context,
                                                     tiendo_plan_builder* builder, tiendo_part part,
                                                     int64_t index, const char* text,
                                                     int64_t length) TIENDO_NOEXCEPT;

/**
 * Removes a part; those behind it move up.
 *
 * @param context receives what is wrong on failure
 * @param builder the builder
 * @param part    of which kind: one of TIENDO_PART_, other than TIENDO_PART_HEAD
 * @param index   which one, from 0
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_plan_builder_remove(tiendo_context* context,
                                                    tiendo_plan_builder* builder, tiendo_part part,
                                                    int64_t index) TIENDO_NOEXCEPT;

/**
 * Counts the parts of a kind that a builder has.
 *
 * @param context receives what is wrong on failure
 * @param builder the builder
 * @param part    what to count: one of TIENDO_PART_, other than TIENDO_PART_HEAD; targets that
 *                stand in projects are not counted
 * @param count   receives how many there are
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_plan_builder_count(tiendo_context* context,
                                                   const tiendo_plan_builder* builder,
                                                   tiendo_part part,
                                                   int64_t* count) TIENDO_NOEXCEPT;

/**
 * Builds a plan of the parts, all of which are checked, each for itself and against the others.
 * With one finding of severity error there is no plan; all findings stay in the context, and each
 * has a path, "/units/3/parent", but no line. The builder stays as it is: it may be mended and
 * built again, or changed to build another plan.
 *
 * @param context receives the findings, and the first error as its record
 * @param builder the builder
 * @param plan    receives the plan, to be ended by tiendo_plan_destroy(); NULL on failure
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE, TIENDO_E_RANGE, TIENDO_E_UNSUPPORTED or
 * a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_plan_builder_build(tiendo_context* context,
                                                   const tiendo_plan_builder* builder,
                                                   tiendo_plan** plan) TIENDO_NOEXCEPT;

/**
 * Ends a builder. The plans that it built stay.
 *
 * @param builder the builder, or NULL
 * @since 0.1
 */
TIENDO_API void tiendo_plan_builder_destroy(tiendo_plan_builder* builder) TIENDO_NOEXCEPT;

/**
 * @}
 * @defgroup c_observations Observations: what has been reported
 * @{
 */

/** What has been reported for a plan: filled until the first report is made of it, then frozen. */
typedef struct tiendo_observations tiendo_observations;

/** What the number of an observation covers: one of TIENDO_FORM_. */
typedef int32_t tiendo_form;

#define TIENDO_FORM_OWN 0       /**< increment where the indicator adds up, else level */
#define TIENDO_FORM_INCREMENT 1 /**< what was added in the period */
#define TIENDO_FORM_TO_DATE 2   /**< the running total to the end of the period */
#define TIENDO_FORM_LEVEL 3     /**< how much there was at the end of the period */

/** What stands in the place of a number: one of TIENDO_STANDING_. */
typedef int32_t tiendo_standing;

#define TIENDO_STANDING_VALUE 0          /**< a number, or the two parts of a ratio */
#define TIENDO_STANDING_NOT_APPLICABLE 1 /**< reported as not applicable */
#define TIENDO_STANDING_WITHHELD 2       /**< reported as withheld */
#define TIENDO_STANDING_UNCHANGED 3      /**< the same as in the period before */
#define TIENDO_STANDING_YES 4            /**< a fact that a target asks for has come true: 1 */
#define TIENDO_STANDING_NO 5             /**< it has not: 0 */
#define TIENDO_STANDING_RANGE 6          /**< from `value` to `value_to`, both included */
#define TIENDO_STANDING_WORDS 7          /**< a result in words */

/** What the condition of a target, or a judge, says of a result: one of TIENDO_VERDICT_. */
typedef int32_t tiendo_verdict;

#define TIENDO_VERDICT_NONE 0     /**< not judged: see the reason */
#define TIENDO_VERDICT_EXCEEDED 1 /**< better than asked for */
#define TIENDO_VERDICT_MET 2      /**< as asked for */
#define TIENDO_VERDICT_NEAR 3     /**< missed, but by no more than a declared threshold */
#define TIENDO_VERDICT_MISSED 4   /**< not as asked for */

/** How final an observation is: one of TIENDO_FINALITY_. */
typedef int32_t tiendo_finality;

#define TIENDO_FINALITY_OFFICIAL 0    /**< official */
#define TIENDO_FINALITY_PRELIMINARY 1 /**< preliminary */
#define TIENDO_FINALITY_ESTIMATE 2    /**< an estimate */

/**
 * One observation. Text that is NULL or empty is absent; zero everywhere is the default. A value
 * with `value_to` is a range and `words` without a value are words, also where `standing` is
 * TIENDO_STANDING_VALUE.
 */
typedef struct tiendo_observation {
  uint32_t struct_size;       /**< sizeof(tiendo_observation) */
  tiendo_form form;           /**< what the number covers */
  tiendo_standing standing;   /**< what stands in the place of a number */
  tiendo_finality finality;   /**< how final it is */
  tiendo_qualifier qualifier; /**< the hedge before the number */
  tiendo_numbers numbers;     /**< how the numbers below are written */
  int32_t has_recorded_on;    /**< 0: recorded on the last day of the period */
  int32_t recorded_on;        /**< the day */
  int32_t revision;           /**< of two recorded on one day the later has the higher one */
  uint32_t reserved;          /**< 0 */
  const char* indicator;      /**< id of the indicator */
  const char* unit;           /**< id of the unit; absent: the unit of the plan */
  const char* project;        /**< id of the project */
  const char* work_stage;     /**< stage of the work */
  const char* period;         /**< "2024", "2024-H1", "2024-Q3", "2024-9M", "2024-06" and so on */
  const char* value;          /**< the number; absent for a ratio and where there is none */
  const char* numerator;      /**< of a ratio */
  const char* denominator;    /**< of a ratio */
  const char* source;         /**< where it was reported; kept */
  const char* note;           /**< kept */
  const char* value_to;       /**< of a range the upper end; `value` is the lower one */
  const char* words;          /**< a result in words: "Xuất siêu" */
  const char* judge;          /**< who gave the verdict; needed with it, and only then */
  tiendo_verdict verdict;     /**< given by hand, on the whole period */
  uint32_t reserved2;         /**< 0 */
} tiendo_observation;

/**
 * Makes an empty log for a plan.
 *
 * @param context      receives what is wrong on failure
 * @param plan         the plan
 * @param observations receives the log, to be ended by tiendo_observations_destroy(); NULL on
 *                     failure
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status
tiendo_observations_create(tiendo_context* context, const tiendo_plan* plan,
                           tiendo_observations** observations) TIENDO_NOEXCEPT;

/**
 * Makes a log that holds the same observations and takes more, also when the first is frozen.
 * Takes time and memory in proportion to their number.
 *
 * @param context      receives what is wrong on failure
 * @param observations the log to copy
 * @param copy         receives the new log, to be ended by tiendo_observations_destroy(); NULL on
 *                     failure
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_observations_copy(tiendo_context* context,
                                                  const tiendo_observations* observations,
                                                  tiendo_observations** copy) TIENDO_NOEXCEPT;

/**
 * Reads a table of observations (CSV) and appends all rows, or none when one is faulty. All
 * findings stay in the context. May be called again, for several tables.
 *
 * @param context      receives the findings, and the first error as its record
 * @param observations the log
 * @param text         the text
 * @param length       its bytes, or TIENDO_NTS
 * @param name         the name of the file in the findings; NULL for none
 * @param numbers      how the numbers of the table are written
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE, TIENDO_E_RANGE, TIENDO_E_ENCODING,
 * TIENDO_E_UNSUPPORTED, TIENDO_E_FROZEN, TIENDO_E_CANCELLED or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_observations_read(tiendo_context* context,
                                                  tiendo_observations* observations,
                                                  const char* text, int64_t length,
                                                  const char* name,
                                                  tiendo_numbers numbers) TIENDO_NOEXCEPT;

/**
 * Reads a table of observations from a file, as tiendo_observations_read() does.
 *
 * @param context      receives the findings, and the first error as its record
 * @param observations the log
 * @param path         the file
 * @param numbers      how the numbers of the table are written
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_FILE, TIENDO_E_PARSE, TIENDO_E_RANGE,
 * TIENDO_E_ENCODING, TIENDO_E_UNSUPPORTED, TIENDO_E_FROZEN, TIENDO_E_CANCELLED or a status of rule
 * 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_observations_read_file(tiendo_context* context,
                                                       tiendo_observations* observations,
                                                       const char* path,
                                                       tiendo_numbers numbers) TIENDO_NOEXCEPT;

/**
 * Gives the bytes of a text from its beginning to its end: see tiendo_observations_read_from().
 *
 * @param user     what was given with it
 * @param buffer   receives the next bytes; where they end means nothing, characters and lines may
 *                 go on in the next
 * @param capacity how many there is room for, at least 1
 * @return how many there are, 0 only at the end of the text; below zero when they cannot be had,
 * after which nobody asks again
 */
typedef int64_t (*tiendo_read)(void* user, void* buffer, int64_t capacity);

/**
 * Reads a table of observations from wherever a function has it, as tiendo_observations_read()
 * does: a stream, an archive, a network. A block and a row of it are in memory, in several
 * threads some blocks. The function is called in the thread of the call. It may not use the context
 * (TIENDO_E_BUSY), nor the log.
 *
 * @param context      receives the findings, and the first error as its record
 * @param observations the log
 * @param source       gives the bytes of the table
 * @param user         is given to it
 * @param size         about how many bytes there are, for a watcher; 0 when that is not known
 * @param name         the name of the table in the findings; NULL for none
 * @param numbers      how the numbers of the table are written
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_FILE with the code file_unreadable when the
 * source fails, TIENDO_E_PARSE, TIENDO_E_RANGE, TIENDO_E_ENCODING, TIENDO_E_UNSUPPORTED,
 * TIENDO_E_FROZEN, TIENDO_E_CANCELLED or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_observations_read_from(tiendo_context* context,
                                                       tiendo_observations* observations,
                                                       tiendo_read source, void* user, int64_t size,
                                                       const char* name,
                                                       tiendo_numbers numbers) TIENDO_NOEXCEPT;

/**
 * Appends one observation. For many, tiendo_observations_read() is faster.
 *
 * @param context      receives what is wrong on failure; on TIENDO_E_PARSE the code names the
 *                     rule
 * @param observations the log; unchanged on failure
 * @param observation  the observation
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE, TIENDO_E_RANGE, TIENDO_E_ENCODING,
 * TIENDO_E_UNSUPPORTED, TIENDO_E_FROZEN or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status
tiendo_observations_append(tiendo_context* context, tiendo_observations* observations,
                           const tiendo_observation* observation) TIENDO_NOEXCEPT;

/**
 * Observations as columns of equal length. A column that is NULL is absent: each row has the
 * default. Numbers stand as 64-bit coefficients of one scale, or as a column of decimals.
 */
typedef struct tiendo_observation_columns {
  uint32_t struct_size;                     /**< sizeof(tiendo_observation_columns) */
  int32_t scale;                            /**< digits after the point of `coefficients` */
  int64_t count;                            /**< how many rows */
  const tiendo_word_column* indicator;      /**< ids; needed */
  const tiendo_word_column* unit;           /**< ids; without one: the unit of the plan */
  const tiendo_word_column* project;        /**< ids */
  const tiendo_word_column* work_stage;     /**< stages of the work */
  const int32_t* period_start;              /**< first days of the periods; needed */
  const int32_t* period_end;                /**< first days after them; needed */
  const int64_t* coefficients;              /**< the numbers, without their points */
  const uint8_t* coefficient_validity;      /**< a bit a row: 1 for a number; NULL: all are 1 */
  const tiendo_decimal_column* value;       /**< the numbers, where `coefficients` is NULL */
  const tiendo_decimal_column* numerator;   /**< of ratios */
  const tiendo_decimal_column* denominator; /**< of ratios */
  const int8_t* form;                       /**< TIENDO_FORM_ */
  const int8_t* standing;                   /**< TIENDO_STANDING_ */
  const int8_t* finality;                   /**< TIENDO_FINALITY_ */
  const int8_t* qualifier;                  /**< TIENDO_QUALIFIER_ */
  const int32_t* recorded_on;               /**< days of recording */
  const uint8_t* recorded_on_validity;      /**< a bit a row: 0 for the last day of the period */
  const int32_t* revision;                  /**< of two recorded on one day the later is higher */
  const tiendo_word_column* source;         /**< where it was reported; kept */
  const tiendo_word_column* note;           /**< kept */
  const tiendo_decimal_column* value_to;    /**< of ranges the upper ends */
  const tiendo_word_column* words;          /**< results in words */
  const int8_t* verdict;                    /**< TIENDO_VERDICT_, given by hand */
  const tiendo_word_column* judge;          /**< who gave the verdicts */
  const uint8_t* scales;                    /**< digits after the point of each of `coefficients`,
                                                 so that 12.40 stays 12.40; NULL: `scale` of all */
} tiendo_observation_columns;

/**
 * Appends all rows of some columns, or none when one is refused. All findings stay in the context,
 * each with the path "/N" of its row, counted from 0. Zeros at the end of a number that are more
 * digits than its indicator records are dropped where one scale is that of all. What columns refer
 * to is read where it is; nothing is kept.
 *
 * @param context      receives the findings, and the first error as its record
 * @param observations the log; unchanged on failure
 * @param columns      the columns
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE, TIENDO_E_RANGE, TIENDO_E_ENCODING,
 * TIENDO_E_UNSUPPORTED, TIENDO_E_FROZEN or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status
tiendo_observations_append_columns(tiendo_context* context, tiendo_observations* observations,
                                   const tiendo_observation_columns* columns) TIENDO_NOEXCEPT;

/**
 * As tiendo_observations_append_columns(), but also says of each row whether it is refused. Where
 * one is, none is appended: whoever wants the others leaves out those that are refused and calls
 * again. Of rows that disagree with each other it is the later one that is refused.
 *
 * @param context      receives the findings, one for each row that is refused, and the first of
 * them as its record
 * @param observations the log; unchanged on failure
 * @param columns      the columns
 * @param codes        receives for each row why it is refused, or 0
 * @param refused      receives how many are
 * @return TIENDO_OK, TIENDO_E_ROWS, TIENDO_E_INVALID_ARG, also for a number that is none of
 * TIENDO_FORM_ and the like, TIENDO_E_ENCODING, TIENDO_E_UNSUPPORTED, TIENDO_E_FROZEN or a status
 * of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_observations_append_rows(tiendo_context* context,
                                                         tiendo_observations* observations,
                                                         const tiendo_observation_columns* columns,
                                                         int32_t* codes,
                                                         int64_t* refused) TIENDO_NOEXCEPT;

/**
 * Appends the rows of an Arrow struct array, or none when one is refused. The children are named as
 * the columns of a table of observations (see the guide to the formats) and may stand in any order;
 * indicator is needed, and period, or period_start and period_end, the first day after it.
 *
 * Ids, texts and words of the format are utf8 or large_utf8, also in a dictionary; numbers are
 * decimal128 or integers; period_start, period_end and recorded_on date32; revision an integer.
 * What stands in the place of a number ("n/a", "yes") has a column of its own, standing. A row
 * without a value has the default, as an empty cell has it. Binary fractions are refused: they are
 * not the numbers that were written. Memory that lies as the library reads it is read where it is;
 * nothing is kept.
 *
 * @param context      receives the findings, each with the path "/N" of its row, counted from 0,
 * and the first error as its record. A fault of the schema has the path "/value" of its column and
 * no row; one of a value both
 * @param observations the log; unchanged on failure
 * @param schema       what the columns are; stays the caller's, who releases it
 * @param array        the rows; stays the caller's, who releases it
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, also for structures that are malformed or released,
 * TIENDO_E_PARSE, TIENDO_E_RANGE, TIENDO_E_ENCODING, TIENDO_E_FROZEN, TIENDO_E_CANCELLED or a
 * status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_observations_append_arrow(
    tiendo_context* context, tiendo_observations* observations, const struct ArrowSchema* schema,
    const struct ArrowArray* array) TIENDO_NOEXCEPT;

/**
 * Appends the rows of all arrays of an Arrow stream, or none when one is refused. Rows are counted
 * through all of them. What the stream hands out is released in the call.
 *
 * @param context      receives what is wrong on failure, as in tiendo_observations_append_arrow()
 * @param observations the log; unchanged on failure
 * @param stream       the stream, which is read to its end or up to a fault; stays the caller's,
 * who releases it
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, also where the stream itself fails, with its words,
 * TIENDO_E_PARSE, TIENDO_E_RANGE, TIENDO_E_ENCODING, TIENDO_E_FROZEN, TIENDO_E_CANCELLED or a
 * status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status
tiendo_observations_append_arrow_stream(tiendo_context* context, tiendo_observations* observations,
                                        struct ArrowArrayStream* stream) TIENDO_NOEXCEPT;

/**
 * Hands over a log as a stream of Arrow, of one struct array with a row for each observation, in
 * the order in which they were appended: what tiendo_observations_append_arrow_stream() takes.
 *
 * Its children are, of texts in dictionaries with indexes of 32 bits: indicator, unit, project,
 * work_stage, form, standing (null: a number, or the two parts of a ratio), status, qualifier
 * (null: exact), source, note, words, verdict and judge; of date32: period_start, period_end (the
 * first day after the period) and recorded_on; of int32: revision; of decimal128: value, numerator,
 * denominator and value_to, each with the largest scale that one of its numbers has. What a row
 * does not have is null.
 *
 * @param context      receives what is wrong on failure; on TIENDO_E_RANGE the row whose number is
 *                     too long, and the path "/value" of its column
 * @param observations the log
 * @param stream       receives the stream, for the caller to release, and what it hands out
 *                     likewise; all of them live on without the log and the context, and are used
 *                     by one thread at a time. Untouched on failure
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_RANGE or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status
tiendo_observations_export_arrow(tiendo_context* context, const tiendo_observations* observations,
                                 struct ArrowArrayStream* stream) TIENDO_NOEXCEPT;

/** An observation of a log, without its texts and numbers; defaults are filled in. */
typedef struct tiendo_observation_row {
  uint32_t struct_size;       /**< sizeof(tiendo_observation_row), set by the caller */
  tiendo_form form;           /**< what the number covers; never TIENDO_FORM_OWN */
  tiendo_standing standing;   /**< what stands in the place of a number */
  tiendo_finality finality;   /**< how final it is */
  tiendo_qualifier qualifier; /**< the hedge before the number */
  int32_t period_start;       /**< first day of the period */
  int32_t period_end;         /**< first day after the period */
  int32_t recorded_on;        /**< the day of recording */
  int32_t revision;           /**< of two recorded on one day the later has the higher one */
  tiendo_verdict verdict;     /**< given by hand */
} tiendo_observation_row;

/** A text of an observation: one of TIENDO_OBSERVATION_. What it does not have is empty. */
typedef int32_t tiendo_observation_text;

#define TIENDO_OBSERVATION_INDICATOR 1   /**< id of the indicator */
#define TIENDO_OBSERVATION_UNIT 2        /**< id of the unit */
#define TIENDO_OBSERVATION_PROJECT 3     /**< id of the project */
#define TIENDO_OBSERVATION_WORK_STAGE 4  /**< stage of the work */
#define TIENDO_OBSERVATION_PERIOD 5      /**< the period: "2024", "2024-H1" */
#define TIENDO_OBSERVATION_VALUE 6       /**< the number, plain, with the digits it was given */
#define TIENDO_OBSERVATION_NUMERATOR 7   /**< of a ratio, plain */
#define TIENDO_OBSERVATION_DENOMINATOR 8 /**< of a ratio, plain */
#define TIENDO_OBSERVATION_SOURCE 9      /**< where it was reported */
#define TIENDO_OBSERVATION_NOTE 10       /**< the note */
#define TIENDO_OBSERVATION_VALUE_TO 11   /**< of a range the upper end, plain */
#define TIENDO_OBSERVATION_WORDS 12      /**< the result in words */
#define TIENDO_OBSERVATION_JUDGE 13      /**< who gave the verdict */

/**
 * Reads an observation, in the order in which they were appended.
 *
 * @param context      receives what is wrong on failure
 * @param observations the log
 * @param index        which one, from 0
 * @param row          receives it; untouched on failure
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_observations_row(tiendo_context* context,
                                                 const tiendo_observations* observations,
                                                 int64_t index,
                                                 tiendo_observation_row* row) TIENDO_NOEXCEPT;

/**
 * Writes a text or a number of an observation.
 *
 * @param context      receives what is wrong on failure
 * @param observations the log
 * @param index        which observation, from 0
 * @param text         which text: one of TIENDO_OBSERVATION_
 * @param buffer       receives the text
 * @param capacity     bytes of the buffer
 * @param length       receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_observations_row_text(tiendo_context* context,
                                                      const tiendo_observations* observations,
                                                      int64_t index, tiendo_observation_text text,
                                                      char* buffer, int64_t capacity,
                                                      int64_t* length) TIENDO_NOEXCEPT;

/** What is asked of the reports of a cell: an indicator of a unit, or of a project there. */
typedef struct tiendo_question {
  uint32_t struct_size;   /**< sizeof(tiendo_question) */
  int32_t as_of;          /**< reports whose period ends after that day do not count */
  int32_t has_known_on;   /**< 0: everything in the log is known */
  int32_t known_on;       /**< reports recorded after that day do not count */
  int32_t period_start;   /**< the first day of the window */
  int32_t period_end;     /**< the first day after it */
  int32_t first_edition;  /**< not 0: of one period the report recorded first counts, not last */
  int32_t goes_on;        /**< not 0: running totals go on beyond the period of the plan */
  const char* indicator;  /**< id of the indicator */
  const char* unit;       /**< id of the unit; NULL: that of the plan */
  const char* project;    /**< id of the project; NULL: the unit as a whole */
  const char* work_stage; /**< only its reports count; NULL: what counts as done, the last stage */
} tiendo_question;

/** Why a report does not count: one of TIENDO_SET_ASIDE_. */
typedef int32_t tiendo_set_aside;

#define TIENDO_SET_ASIDE_NONE 0             /**< it counts */
#define TIENDO_SET_ASIDE_RECORDED_LATER 1   /**< recorded after the day as known on */
#define TIENDO_SET_ASIDE_NOT_OVER 2         /**< its period ends after the day as of */
#define TIENDO_SET_ASIDE_OUTSIDE_WINDOW 3   /**< its period is not of the window */
#define TIENDO_SET_ASIDE_CORRECTED 4        /**< one of the same period recorded later counts */
#define TIENDO_SET_ASIDE_LESS_FINAL 5       /**< recorded that day with a less final status */
#define TIENDO_SET_ASIDE_LOWER_REVISION 6   /**< recorded that day with a lower revision */
#define TIENDO_SET_ASIDE_REPEATED 7         /**< another of equal standing stands for both */
#define TIENDO_SET_ASIDE_COVERED 8          /**< one of a longer time includes it */
#define TIENDO_SET_ASIDE_EARLIER_LEVEL 9    /**< a later level counts */
#define TIENDO_SET_ASIDE_EARLIER_STAGE 10   /**< of a stage of the work before the last */
#define TIENDO_SET_ASIDE_PUBLISHED_LATER 11 /**< recorded after the first, which was asked for */
#define TIENDO_SET_ASIDE_TOLD_BY_ANOTHER 12 /**< another unit has told of this one, too */

/** Which reports of a cell count, in sum. */
typedef struct tiendo_selection {
  uint32_t struct_size; /**< sizeof(tiendo_selection), set by the caller */
  int32_t code;         /**< why they make no figure: tiendo_code_name(); 0 where they do */
  int32_t covered;      /**< months of the window that are reported, or days */
  int32_t in_months;    /**< 1 when every stretch is whole months, else 0: days */
  int64_t used;         /**< how many count */
  int64_t set_aside;    /**< how many do not */
} tiendo_selection;

/**
 * Finds which reports of a cell count in a window, on a day, as known on a day, and which do not
 * and why. tiendo_observations_row() and _row_text() say what stands in them. Reports in its rows
 * go further: over units, projects and maps; tiendo_report_trace() says what they took.
 *
 * @param context      receives what is wrong on failure
 * @param observations the log
 * @param question     which cell, when
 * @param selection    receives how many count and what they amount to
 * @param rows         receives the positions of the reports: those that count in the order of time,
 *                     then the others in the order of time; may be NULL with a capacity of 0, like
 *                     the next two
 * @param reasons      receives for each why it does not count, TIENDO_SET_ASIDE_NONE if it does
 * @param others       receives for each the report that counts in its place or, of "unchanged" that
 *                     counts, the one whose result it took; -1 for none
 * @param capacity     how many there is room for; when there are more, TIENDO_E_SMALL_BUFFER is
 *                     returned and nothing but the count is set
 * @param count        receives how many there are
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_UNSUPPORTED, TIENDO_E_PARSE for an unknown
 * indicator, unit, project or stage and for an empty window, TIENDO_E_RANGE, TIENDO_E_SMALL_BUFFER,
 * TIENDO_E_ENCODING or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_observations_select(
    tiendo_context* context, const tiendo_observations* observations,
    const tiendo_question* question, tiendo_selection* selection, int64_t* rows,
    tiendo_set_aside* reasons, int64_t* others, int64_t capacity, int64_t* count) TIENDO_NOEXCEPT;

/**
 * Finds which stretches of time are reported by what tiendo_observations_select() says counts: what
 * it has as `covered` lies in them. Of an indicator of which the latest number counts it is one,
 * from the beginning of the window on.
 *
 * @param context      receives what is wrong on failure
 * @param observations the log
 * @param question     which cell, when
 * @param spans        receives the stretches in the order of time, of which none touches the next;
 *                     may be NULL with a capacity of 0
 * @param capacity     how many there is room for; when there are more, TIENDO_E_SMALL_BUFFER is
 *                     returned and nothing but the count is set
 * @param count        receives how many there are
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_UNSUPPORTED, TIENDO_E_PARSE for an unknown
 * indicator, unit, project or stage and for an empty window, TIENDO_E_RANGE, TIENDO_E_SMALL_BUFFER,
 * TIENDO_E_ENCODING or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_observations_select_spans(tiendo_context* context,
                                                          const tiendo_observations* observations,
                                                          const tiendo_question* question,
                                                          tiendo_period* spans, int64_t capacity,
                                                          int64_t* count) TIENDO_NOEXCEPT;

/**
 * Writes a log as a table (CSV) in its canonical form: what each row says is filled in, and the log
 * that tiendo_observations_read() makes of the text is the same.
 *
 * @param context      receives what is wrong on failure
 * @param observations the log
 * @param numbers      how numbers are written
 * @param buffer       receives the text
 * @param capacity     bytes of the buffer
 * @param length       receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_SMALL_BUFFER, TIENDO_E_CANCELLED or a status of
 * rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_observations_write(tiendo_context* context,
                                                   const tiendo_observations* observations,
                                                   tiendo_numbers numbers, char* buffer,
                                                   int64_t capacity,
                                                   int64_t* length) TIENDO_NOEXCEPT;

/**
 * Counts the observations.
 *
 * @param context      receives what is wrong on failure
 * @param observations the log
 * @param count        receives how many there are
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_observations_count(tiendo_context* context,
                                                   const tiendo_observations* observations,
                                                   int64_t* count) TIENDO_NOEXCEPT;

/**
 * Checks the plan in the light of its observations: growth targets against level targets, parts
 * against the whole, values out of line by a power of ten, running totals that fall and more; the
 * guide "What is checked" lists them. Findings are notes and warnings. To check a plan alone, pass
 * an empty log.
 *
 * @param context      receives the findings; they may be errors though the call went well
 * @param observations the log
 * @param known_on     what was recorded after this day plays no part; NULL: all of it is known
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_RANGE, TIENDO_E_CANCELLED or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_observations_check(tiendo_context* context,
                                                   const tiendo_observations* observations,
                                                   const int32_t* known_on) TIENDO_NOEXCEPT;

/** Which value of the year before comparisons use: one of TIENDO_BASE_. */
typedef int32_t tiendo_base;

#define TIENDO_BASE_LATEST 0          /**< the latest known */
#define TIENDO_BASE_FIRST_PUBLISHED 1 /**< the one recorded first */
#define TIENDO_BASE_AS_OF_REPORT 2    /**< the latest recorded by the day of the report */
#define TIENDO_BASE_LATEST_ALWAYS 3   /**< only asked for: the latest, whatever the rules say */

/** How to check a plan in the light of its observations; all zero for the defaults. */
typedef struct tiendo_check_options {
  uint32_t struct_size; /**< sizeof(tiendo_check_options) */
  int32_t has_known_on; /**< 0: all that is in the log is known */
  int32_t known_on;     /**< what was recorded, or decided, after this day plays no part */
  tiendo_base base;     /**< for indicators that do not say so themselves */
  int32_t has_map;      /**< 0: each target is of the unit that it names */
  int32_t map;          /**< the day to whose units all targets should come through */
} tiendo_check_options;

/**
 * As tiendo_observations_check(), with the base rule of comparisons and with a map: a target that
 * makes no condition for the units of that day is found as well, with the reason why.
 *
 * @param context      receives the findings; they may be errors though the call went well
 * @param observations the log
 * @param options      how, or NULL for the defaults
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_RANGE, TIENDO_E_UNSUPPORTED, TIENDO_E_CANCELLED
 * or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status
tiendo_observations_check_with(tiendo_context* context, const tiendo_observations* observations,
                               const tiendo_check_options* options) TIENDO_NOEXCEPT;

/**
 * Ends a log. Reports that were made of it keep what they need.
 *
 * @param observations the log, or NULL
 * @since 0.1
 */
TIENDO_API void tiendo_observations_destroy(tiendo_observations* observations) TIENDO_NOEXCEPT;

/**
 * @}
 * @defgroup c_report Reports: how far along it is
 * @{
 */

/** How far along everything in a plan is, on a day; never changes. */
typedef struct tiendo_report tiendo_report;

/** What is asked. */
typedef struct tiendo_request {
  uint32_t struct_size; /**< sizeof(tiendo_request) */
  int32_t as_of;        /**< the day of the report */
  int32_t has_known_on; /**< 0: all that is in the log is known */
  int32_t known_on;     /**< what was recorded after this day plays no part */
  tiendo_base base;     /**< for indicators that do not say so themselves */
  int32_t has_map;      /**< 0: each target and report is of the unit that it names */
  int32_t map;          /**< the day whose units targets and reports are carried to */
  /** The rules: the full name of built-in ones ("tiendo@1"), or the text of a file in the format
   *  tiendo-rules/1. NULL: tiendo@1. They say what is said where less has been reported than was
   *  due, and whether the year before or the period before is compared with. Where they say which
   *  value of it, TIENDO_BASE_LATEST leaves it to them; TIENDO_BASE_LATEST_ALWAYS does not. */
  const char* rules;
  int32_t has_levels; /**< 0: rows without a target for none but the unit of the plan */
  int32_t levels;     /**< rows also for units so many levels below it, 0 to 64, that have no target
                           but take part in the figure of the unit above */
} tiendo_request;

/** What a row is about: one of TIENDO_ROW_. */
typedef int32_t tiendo_row_kind;

#define TIENDO_ROW_TARGET 1    /**< one target of one assigner */
#define TIENDO_ROW_WHOLE 2     /**< targets that add to each other, judged as a whole */
#define TIENDO_ROW_INDICATOR 3 /**< an indicator without a target */
#define TIENDO_ROW_COMPONENT 4 /**< one component of the composite whose row stands before it */

/** Progress against a declared profile: one of TIENDO_SCHEDULE_. */
typedef int32_t tiendo_schedule;

#define TIENDO_SCHEDULE_NONE 0        /**< no profile, or nothing to compare */
#define TIENDO_SCHEDULE_AHEAD 1       /**< ahead */
#define TIENDO_SCHEDULE_ON_SCHEDULE 2 /**< on schedule */
#define TIENDO_SCHEDULE_BEHIND 3      /**< behind */

/** Where a row stands: one of TIENDO_STATE_. */
typedef int32_t tiendo_state;

#define TIENDO_STATE_VALUE 1          /**< there is a figure for what is due by the day */
#define TIENDO_STATE_NO_DATA 2        /**< nothing has been reported */
#define TIENDO_STATE_NOT_DUE 3        /**< the period has not begun */
#define TIENDO_STATE_OVERDUE 4        /**< a report was due and is not there */
#define TIENDO_STATE_NOT_APPLICABLE 5 /**< reported as not applicable */
#define TIENDO_STATE_WITHHELD 6       /**< reported as withheld */
#define TIENDO_STATE_UNDEFINED 7      /**< there are reports, but they make no figure */

/** What has become of the way from the base to the condition: one of TIENDO_COURSE_. */
typedef int32_t tiendo_course;

#define TIENDO_COURSE_NONE 0            /**< not decided: see the reason */
#define TIENDO_COURSE_MET_AT_BASELINE 1 /**< the base met the condition, and so does the result */
#define TIENDO_COURSE_LOST 2            /**< the base met the condition; the result does not */
#define TIENDO_COURSE_REACHED 3         /**< the result meets what the base did not */
#define TIENDO_COURSE_CLOSER 4          /**< neither does; the result is nearer to it */
#define TIENDO_COURSE_UNCHANGED 5       /**< neither does; the result is as far from it */
#define TIENDO_COURSE_AWAY 6            /**< neither does; the result is further from it */

/** What an amount is in: one of TIENDO_IN_. */
typedef int32_t tiendo_change_in;

#define TIENDO_IN_NONE 0    /**< there is no amount */
#define TIENDO_IN_VALUE 1   /**< the measure of the indicator */
#define TIENDO_IN_PERCENT 2 /**< percent of what it is counted from */
#define TIENDO_IN_POINTS 3  /**< percentage points */

/** The wording of a target: one of TIENDO_CONDITION_. */
typedef int32_t tiendo_condition;

#define TIENDO_CONDITION_NONE 0        /**< no target */
#define TIENDO_CONDITION_AT_LEAST 1    /**< actual >= value */
#define TIENDO_CONDITION_MORE_THAN 2   /**< actual > value */
#define TIENDO_CONDITION_AT_MOST 3     /**< actual <= value */
#define TIENDO_CONDITION_LESS_THAN 4   /**< actual < value */
#define TIENDO_CONDITION_EQUAL 5       /**< actual = value */
#define TIENDO_CONDITION_BETWEEN 6     /**< value <= actual <= upper */
#define TIENDO_CONDITION_ABOUT 7       /**< |actual - value| <= tolerance */
#define TIENDO_CONDITION_INCREASE_BY 8 /**< rise from the base >= value */
#define TIENDO_CONDITION_DECREASE_BY 9 /**< fall from the base >= value */
#define TIENDO_CONDITION_YES 10        /**< a fact that comes true: actual >= 1 */
#define TIENDO_CONDITION_COMPONENTS 11 /**< each component of a composite meets its own */

/** What coverage counts: one of TIENDO_COVERAGE_. */
typedef int32_t tiendo_coverage;

#define TIENDO_COVERAGE_MONTHS 1     /**< months */
#define TIENDO_COVERAGE_DAYS 2       /**< days */
#define TIENDO_COVERAGE_UNITS 3      /**< units */
#define TIENDO_COVERAGE_PROJECTS 4   /**< projects */
#define TIENDO_COVERAGE_COMPONENTS 5 /**< components of a composite */
#define TIENDO_COVERAGE_POTS 6       /**< pots of capital */

/** A row of a report, without its figures and texts. */
typedef struct tiendo_row {
  uint32_t struct_size;          /**< sizeof(tiendo_row), set by the caller */
  tiendo_row_kind kind;          /**< what the row is about */
  tiendo_verdict verdict;        /**< what the condition says */
  int32_t verdict_reason;        /**< code: why there is no verdict; 0 if there is one */
  tiendo_schedule schedule;      /**< progress against the profile */
  tiendo_state state;            /**< where the row stands */
  int32_t reason;                /**< code: why the state is not TIENDO_STATE_VALUE; 0 if it is */
  tiendo_condition condition;    /**< the wording of the target */
  tiendo_coverage coverage_of;   /**< what the next two count */
  int32_t coverage_reported;     /**< how many have been reported */
  int32_t coverage_expected;     /**< how many were due by the day */
  int32_t period_start;          /**< first day of the period */
  int32_t period_end;            /**< first day after the period */
  int32_t has_reported_to;       /**< 0: nothing is reported */
  int32_t reported_to;           /**< last day that the reports cover */
  int32_t has_declared_projects; /**< 0: none are declared */
  int32_t declared_projects;     /**< how many projects the target is for */
  int32_t has_finality;          /**< 0: nothing is reported */
  tiendo_finality finality;      /**< of the reports that count, the least final */
  tiendo_qualifier qualifier;    /**< as printed; of several reports `about` unless all are exact */
  tiendo_base base;              /**< which value of the year before its comparisons use */
  int32_t by_hand;               /**< 1: `verdict` is that of a judge; 0: of the condition */
  tiendo_verdict hand_verdict;   /**< what a judge says, whether or not it counts */
  tiendo_course course;          /**< what has become of the way from the base */
  int32_t course_reason;         /**< code: why there is no course; 0 if there is one */
  tiendo_verdict provisional;    /**< while the period is open: what the condition says so far */
  int32_t is_final;              /**< 1: the period is over; only new reports change the verdict */
  tiendo_change_in near_in;      /**< what the threshold of near is in */
  int32_t is_part;               /**< 1: a target that adds to others; a whole follows them */
  int32_t not_carried;           /**< code: why targets on a map make no condition; 0 if they do */
  tiendo_change_in condition_in; /**< what the number of a rise or a fall is in */
  int32_t has_expected_on;       /**< 0: nothing is expected by a profile */
  int32_t expected_on;           /**< day by which the expected is to be reached */
  int32_t schedule_reason;       /**< code: why there is no schedule; 0 if there is one */
  int32_t average_years; /**< years that the actual is the average growth of; 0: it is none */
  int32_t has_cut;       /**< 0: that average is a fraction, or there is none */
  int32_t cut;           /**< its digits that the exact actual has, as a plain number; then 5 */
} tiendo_row;

/** A text of a row: one of TIENDO_TEXT_. What a row does not have is the empty text. */
typedef int32_t tiendo_text;

#define TIENDO_TEXT_INDICATOR 1            /**< id of the indicator */
#define TIENDO_TEXT_INDICATOR_NAME 2       /**< its name */
#define TIENDO_TEXT_INDICATOR_FIELD 3      /**< its field: "economy" */
#define TIENDO_TEXT_MEASURE 4              /**< id of its measure */
#define TIENDO_TEXT_MEASURE_NAME 5         /**< the name of the measure */
#define TIENDO_TEXT_UNIT 6                 /**< id of the unit */
#define TIENDO_TEXT_UNIT_NAME 7            /**< its name */
#define TIENDO_TEXT_PROJECT 8              /**< id of the project */
#define TIENDO_TEXT_PROJECT_NAME 9         /**< its name */
#define TIENDO_TEXT_ASSIGNER 10            /**< id of the unit that set the target */
#define TIENDO_TEXT_ASSIGNER_NAME 11       /**< its name */
#define TIENDO_TEXT_PERIOD 12              /**< the period: "2024", "2024-H1" */
#define TIENDO_TEXT_REPORTED_TO 13         /**< last day that the reports cover: "2024-06-30" */
#define TIENDO_TEXT_CONDITION 14           /**< name of the wording: "at_least" */
#define TIENDO_TEXT_CONDITION_VALUE 15     /**< its number, plain */
#define TIENDO_TEXT_CONDITION_UPPER 16     /**< the upper end of a range, plain */
#define TIENDO_TEXT_CONDITION_TOLERANCE 17 /**< the tolerance of "about", plain */
#define TIENDO_TEXT_VERDICT 18             /**< name of the verdict: "met" */
#define TIENDO_TEXT_VERDICT_REASON 19      /**< name of the code */
#define TIENDO_TEXT_SCHEDULE 20            /**< name of the schedule: "behind" */
#define TIENDO_TEXT_STATE 21               /**< name of the state: "no_data" */
#define TIENDO_TEXT_REASON 22              /**< name of the code */
#define TIENDO_TEXT_RANGE_LOWER 23         /**< of a result that is a range, the lower end, plain */
#define TIENDO_TEXT_RANGE_UPPER 24         /**< and the upper end */
#define TIENDO_TEXT_WORDS 25               /**< a result in words: "Xuất siêu" */
#define TIENDO_TEXT_JUDGE 26               /**< who gave the verdict by hand */
#define TIENDO_TEXT_GROUP 27               /**< of a tally: the field, or the id of the group */
#define TIENDO_TEXT_GROUP_NAME 28          /**< its name; of a field the same */
#define TIENDO_TEXT_NEAR 29                /**< how far off is near, plain: "0.5" */
#define TIENDO_TEXT_COURSE 30              /**< name of the course: "closer" */
#define TIENDO_TEXT_COURSE_REASON 31       /**< name of the code */
#define TIENDO_TEXT_PROVISIONAL 32         /**< name of the provisional verdict */
#define TIENDO_TEXT_WORDING 33    /**< the whole condition, in the language: "+4,5 % và ≥ 60" */
#define TIENDO_TEXT_THEN 34       /**< of a change, what must hold as well: "at_least" */
#define TIENDO_TEXT_THEN_VALUE 35 /**< its number, plain */
#define TIENDO_TEXT_THEN_UPPER 36 /**< the upper end of a range, plain */
#define TIENDO_TEXT_THEN_TOLERANCE 37  /**< the tolerance of "about", plain */
#define TIENDO_TEXT_SCHEDULE_REASON 38 /**< name of the code */
#define TIENDO_TEXT_AVERAGE_FIRST 39   /**< of an average growth the value before, a fraction */
#define TIENDO_TEXT_AVERAGE_LAST 40    /**< and that of its last year */

/** The language of names and labels: one of TIENDO_LANGUAGE_. */
typedef int32_t tiendo_language;

#define TIENDO_LANGUAGE_DEFAULT 0 /**< Vietnamese */
#define TIENDO_LANGUAGE_VI 1      /**< Vietnamese; English where a name has no other */
#define TIENDO_LANGUAGE_EN 2      /**< English; Vietnamese where a name has no other */

/** A figure of a row: one of TIENDO_FIELD_. */
typedef int32_t tiendo_field;

#define TIENDO_FIELD_TARGET 1         /**< T, the number asked for */
#define TIENDO_FIELD_ACTUAL 2         /**< A, the value to date */
#define TIENDO_FIELD_COMPLETION 3     /**< percent: 100 A / T; of a change, 100 (A - b) / (R - b) */
#define TIENDO_FIELD_EXCESS 4         /**< percent: completion - 100 */
#define TIENDO_FIELD_REMAINING 5      /**< R - A */
#define TIENDO_FIELD_SAME_PERIOD 6    /**< B, the value of the same period before */
#define TIENDO_FIELD_INDEX 7          /**< percent: 100 A / B */
#define TIENDO_FIELD_GROWTH 8         /**< percent: 100 (A - B) / |B| */
#define TIENDO_FIELD_EXPECTED 9       /**< to date, by the declared profile */
#define TIENDO_FIELD_DEVIATION 10     /**< A - expected */
#define TIENDO_FIELD_BASELINE 11      /**< b, what a change is counted from */
#define TIENDO_FIELD_REQUIRED 12      /**< R, what A must reach: T, or b and the change asked for */
#define TIENDO_FIELD_BASE_REVISION 13 /**< the latest known B less the first published one */
#define TIENDO_FIELD_TARGETED_CHANGE 14 /**< percent: 100 (A - b) / (R - b), where b was short */
#define TIENDO_FIELD_PACE 15            /**< what each month left has to bring: (R - A) / months */
#define TIENDO_FIELD_RUN_RATE_FORECAST 16   /**< forecast: A by all months of those reported */
#define TIENDO_FIELD_SAME_SHARE_FORECAST 17 /**< forecast: A by the share of B in its year */
#define TIENDO_FIELD_CHANGE 18              /**< A - B, in the measure */

/** Part of an exact figure: one of TIENDO_FRACTION_. */
typedef int32_t tiendo_fraction;

#define TIENDO_FRACTION_WHOLE 0       /**< "52461/94820"; "3" for an integer */
#define TIENDO_FRACTION_NUMERATOR 1   /**< "52461" */
#define TIENDO_FRACTION_DENOMINATOR 2 /**< "94820"; "1" for an integer */

/** As a number of digits: the indicator's own. */
#define TIENDO_DIGITS_OWN (-1)

/** A row of the summary: how many rows of one assigner came out how. */
typedef struct tiendo_summary {
  uint32_t struct_size;         /**< sizeof(tiendo_summary), set by the caller */
  int32_t rows;                 /**< all of them; the rest adds up to it */
  int32_t exceeded;             /**< better than asked for */
  int32_t met;                  /**< as asked for, without the exceeded */
  int32_t nearly;               /**< missed, but by no more than a declared threshold */
  int32_t missed;               /**< not as asked for */
  int32_t no_data;              /**< nothing reported, or not due */
  int32_t not_judged;           /**< reported, but without a verdict */
  int32_t by_hand;              /**< of those with a verdict, how many a judge gave */
  int32_t provisional_exceeded; /**< not judged as the period is open: exceeded so far */
  int32_t provisional_met;      /**< met so far, without the exceeded */
  int32_t provisional_nearly;   /**< near so far */
  int32_t provisional_missed;   /**< not met so far */
} tiendo_summary;

/** What targets have in common that are counted together: one of TIENDO_TALLY_. */
typedef int32_t tiendo_tally_by;

#define TIENDO_TALLY_NONE 0       /**< nothing: the summary, where that is explained */
#define TIENDO_TALLY_FIELD 1      /**< the field of the indicator */
#define TIENDO_TALLY_UNIT 2       /**< whose target it is; on a map the unit of its day */
#define TIENDO_TALLY_TASK_GROUP 3 /**< the task groups that it belongs to */
#define TIENDO_TALLY_LEAD 4       /**< who leads: named by the target, else by its task groups */

/** One assigner's targets in one group: how many came out how. */
typedef struct tiendo_tally {
  uint32_t struct_size;         /**< sizeof(tiendo_tally), set by the caller */
  int32_t rows;                 /**< all of them */
  int32_t met_or_better;        /**< as asked for, with the exceeded */
  int32_t exceeded;             /**< of these, better than asked for */
  int32_t nearly;               /**< short by less than a declared threshold */
  int32_t missed;               /**< not as asked for */
  int32_t no_data;              /**< nothing reported, or not due */
  int32_t not_judged;           /**< reported, but without a verdict */
  int32_t by_hand;              /**< of those with a verdict, how many a judge gave */
  int32_t due;                  /**< whose period has begun, without what does not apply */
  int32_t reported;             /**< of these, how many of which anything has been reported */
  int32_t provisional_exceeded; /**< not judged as the period is open: exceeded so far */
  int32_t provisional_met;      /**< met so far, without the exceeded */
  int32_t provisional_nearly;   /**< near so far */
  int32_t provisional_missed;   /**< not met so far */
} tiendo_tally;

/** The form of a written report: one of TIENDO_FORMAT_. */
typedef int32_t tiendo_format;

#define TIENDO_FORMAT_DEFAULT 0  /**< text */
#define TIENDO_FORMAT_TEXT 1     /**< an aligned table and a summary */
#define TIENDO_FORMAT_CSV 2      /**< one header row and one row for each row */
#define TIENDO_FORMAT_JSON 3     /**< the same fields, decimals as strings */
#define TIENDO_FORMAT_MARKDOWN 4 /**< the table and the summary */

/** How to write a report; zero everywhere is the default. */
typedef struct tiendo_write_options {
  uint32_t struct_size;      /**< sizeof(tiendo_write_options) */
  tiendo_format format;      /**< the form */
  tiendo_language language;  /**< of labels and names; Vietnamese tables write 1.234,5 */
  tiendo_rounding rounding;  /**< TIENDO_ROUND_OWN: as the indicators say */
  int32_t has_digits;        /**< 0: the indicators' own digits */
  int32_t digits;            /**< digits after the point of every figure, 0 to 100 */
  int32_t exact;             /**< not 0: with the exact fractions */
  uint32_t reserved;         /**< 0 */
  const tiendo_tally_by* by; /**< what to count targets by as well, in this order */
  int64_t by_count;          /**< how many, 0 to 4; only in tiendo_report_write(), not as CSV */
} tiendo_write_options;

/**
 * Works out how far along everything is and freezes the observations: they take no more.
 *
 * @param context      receives what is wrong on failure
 * @param observations the log
 * @param request      what is asked
 * @param report       receives the report, to be ended by tiendo_report_destroy(); NULL on
 *                     failure
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_RANGE, TIENDO_E_UNSUPPORTED, TIENDO_E_CANCELLED
 * or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_report_create(tiendo_context* context,
                                              tiendo_observations* observations,
                                              const tiendo_request* request,
                                              tiendo_report** report) TIENDO_NOEXCEPT;

/**
 * Ends a report and lets the observations from which it was made take rows again. The next report
 * for the same request is made of what this one knew and of what is new: of late observations that
 * only change sums, in microseconds each, also in a log of millions.
 *
 * @param context      receives what is wrong on failure
 * @param observations the log; as it was on failure
 * @param report       a report that was made of it; becomes NULL, or on failure stays as it was.
 *                     No call may use it, as in tiendo_report_destroy(). One that is NULL already
 *                     stands for reports that have all been destroyed
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, also for a report of other observations,
 * TIENDO_E_FROZEN while there are other reports of the observations, or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_observations_reopen(tiendo_context* context,
                                                    tiendo_observations* observations,
                                                    tiendo_report** report) TIENDO_NOEXCEPT;

/**
 * Ends a report.
 *
 * @param report the report, or NULL
 * @since 0.1
 */
TIENDO_API void tiendo_report_destroy(tiendo_report* report) TIENDO_NOEXCEPT;

/**
 * Says what a report was asked for, also one of parts: passed on to tiendo_report_create(), with
 * the text of tiendo_report_rules() as its rules, it asks for the same again.
 *
 * @param context receives what is wrong on failure
 * @param report  the report
 * @param request receives the request; its `rules` becomes NULL
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_report_request(tiendo_context* context, const tiendo_report* report,
                                               tiendo_request* request) TIENDO_NOEXCEPT;

/**
 * Writes the rules of a report with all that is in them as text in the format tiendo-rules/1
 * (JSON).
 *
 * @param context  receives what is wrong on failure
 * @param report   the report
 * @param buffer   receives the text
 * @param capacity bytes of the buffer
 * @param length   receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_report_rules(tiendo_context* context, const tiendo_report* report,
                                             char* buffer, int64_t capacity,
                                             int64_t* length) TIENDO_NOEXCEPT;

/**
 * Counts the rows of a report.
 *
 * @param context receives what is wrong on failure
 * @param report  the report
 * @param count   receives how many there are
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_report_row_count(tiendo_context* context,
                                                 const tiendo_report* report,
                                                 int64_t* count) TIENDO_NOEXCEPT;

/**
 * Reads a row. Rows come by indicator, then by unit, then by target, each in the plan's order; a
 * whole follows its parts.
 *
 * @param context receives what is wrong on failure
 * @param report  the report
 * @param index   which row, from 0
 * @param row     receives the row
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_report_row(tiendo_context* context, const tiendo_report* report,
                                           int64_t index, tiendo_row* row) TIENDO_NOEXCEPT;

/**
 * Lists the targets that a row is of: one for a target, the parts for a whole, none for an
 * indicator; for a component the target on the composite. Read what they say, such as their
 * decision and their layer, with tiendo_plan_value().
 *
 * @param context  receives what is wrong on failure
 * @param report   the report
 * @param row      which row, from 0
 * @param targets  receives their positions, from 0 to the number of TIENDO_PART_TARGETS of the plan
 *                 less one; may be NULL with a capacity of 0
 * @param capacity how many there is room for; when there are more, TIENDO_E_SMALL_BUFFER is
 *                 returned and nothing but the count is set
 * @param count    receives how many there are
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_report_row_targets(tiendo_context* context,
                                                   const tiendo_report* report, int64_t row,
                                                   int64_t* targets, int64_t capacity,
                                                   int64_t* count) TIENDO_NOEXCEPT;

/**
 * Lists the units that the targets of a row are of: on a map those that they name, from which they
 * were carried to the unit of the row; else that unit itself.
 *
 * @param context  receives what is wrong on failure
 * @param report   the report
 * @param row      which row, from 0
 * @param units    receives their positions in the plan, one for each of
 * tiendo_report_row_targets(), in that order; may be NULL with a capacity of 0
 * @param capacity how many there is room for; when there are more, TIENDO_E_SMALL_BUFFER is
 *                 returned and nothing but the count is set
 * @param count    receives how many there are
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_report_row_origins(tiendo_context* context,
                                                   const tiendo_report* report, int64_t row,
                                                   int64_t* units, int64_t capacity,
                                                   int64_t* count) TIENDO_NOEXCEPT;

/**
 * Writes which part of the number that a target of a row asks for has come to the unit of the row.
 *
 * @param context  receives what is wrong on failure; on TIENDO_E_NO_VALUE the reason
 * @param report   the report
 * @param row      which row, from 0
 * @param target   which of its targets, in the order of tiendo_report_row_targets(), from 0
 * @param buffer   receives the part of one as an exact fraction: "1/4"; "1" for all, also where
 *                 nothing was carried
 * @param capacity bytes of the buffer
 * @param length   receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_NO_VALUE where the plan does not say how much
 * it is, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_report_row_origin_share(tiendo_context* context,
                                                        const tiendo_report* report, int64_t row,
                                                        int64_t target, char* buffer,
                                                        int64_t capacity,
                                                        int64_t* length) TIENDO_NOEXCEPT;

/**
 * Reads a text of a row.
 *
 * @param context  receives what is wrong on failure
 * @param report   the report
 * @param row      which row, from 0
 * @param text     which text: one of TIENDO_TEXT_
 * @param language of names and wordings; other texts do not depend on it
 * @param buffer   receives the text
 * @param capacity bytes of the buffer
 * @param length   receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_report_row_text(tiendo_context* context,
                                                const tiendo_report* report, int64_t row,
                                                tiendo_text text, tiendo_language language,
                                                char* buffer, int64_t capacity,
                                                int64_t* length) TIENDO_NOEXCEPT;

/**
 * Says whether a figure is there, and if not, why.
 *
 * @param context receives what is wrong on failure
 * @param report  the report
 * @param row     which row, from 0
 * @param field   which figure: one of TIENDO_FIELD_
 * @param reason  receives 0 if there is a figure, else the code of the reason
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_report_figure_reason(tiendo_context* context,
                                                     const tiendo_report* report, int64_t row,
                                                     tiendo_field field,
                                                     int32_t* reason) TIENDO_NOEXCEPT;

/**
 * Writes an exact figure as a fraction in lowest terms.
 *
 * @param context  receives what is wrong on failure; on TIENDO_E_NO_VALUE the reason
 * @param report   the report
 * @param row      which row, from 0
 * @param field    which figure: one of TIENDO_FIELD_
 * @param fraction the whole of it or one of its parts: one of TIENDO_FRACTION_
 * @param buffer   receives the text
 * @param capacity bytes of the buffer
 * @param length   receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_NO_VALUE, TIENDO_E_SMALL_BUFFER or a status
 * of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_report_figure_exact(tiendo_context* context,
                                                    const tiendo_report* report, int64_t row,
                                                    tiendo_field field, tiendo_fraction fraction,
                                                    char* buffer, int64_t capacity,
                                                    int64_t* length) TIENDO_NOEXCEPT;

/**
 * Reads a figure, rounded once from the exact fraction.
 *
 * @param context  receives what is wrong on failure; on TIENDO_E_NO_VALUE the reason
 * @param report   the report
 * @param row      which row, from 0
 * @param field    which figure: one of TIENDO_FIELD_
 * @param digits   digits after the point, 0 to 38, or TIENDO_DIGITS_OWN
 * @param rounding how to drop digits: one of TIENDO_ROUND_
 * @param result   receives the figure
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_NO_VALUE, TIENDO_E_RANGE beyond 38 digits, or
 * a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_report_figure_decimal(tiendo_context* context,
                                                      const tiendo_report* report, int64_t row,
                                                      tiendo_field field, int32_t digits,
                                                      tiendo_rounding rounding,
                                                      tiendo_decimal* result) TIENDO_NOEXCEPT;

/**
 * Writes a figure of any size, rounded once from the exact fraction.
 *
 * @param context  receives what is wrong on failure; on TIENDO_E_NO_VALUE the reason
 * @param report   the report
 * @param row      which row, from 0
 * @param field    which figure: one of TIENDO_FIELD_
 * @param digits   digits after the point, 0 to 100, or TIENDO_DIGITS_OWN
 * @param rounding how to drop digits: one of TIENDO_ROUND_
 * @param numbers  how to write it
 * @param buffer   receives the text
 * @param capacity bytes of the buffer
 * @param length   receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_NO_VALUE, TIENDO_E_RANGE,
 * TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_report_figure_text(tiendo_context* context,
                                                   const tiendo_report* report, int64_t row,
                                                   tiendo_field field, int32_t digits,
                                                   tiendo_rounding rounding, tiendo_numbers numbers,
                                                   char* buffer, int64_t capacity,
                                                   int64_t* length) TIENDO_NOEXCEPT;

/**
 * Reads one figure of all rows at one scale, as the two buffers of an Arrow decimal128 column.
 *
 * @param context  receives what is wrong on failure; on TIENDO_E_RANGE the row whose figure is
 *                 too long
 * @param report   the report
 * @param field    which figure: one of TIENDO_FIELD_
 * @param scale    digits after the point, 0 to 38
 * @param rounding how to drop digits: one of TIENDO_ROUND_
 * @param rows     how many rows the two buffers below have room for; at least the rows of the
 *                 report
 * @param values16 receives 16 bytes for each row, little-endian two's complement; 0 without a
 *                 figure
 * @param validity receives a bit for each row, the lowest of each byte first, (rows of the report
 *                 + 7) / 8 bytes: 1 if there is a figure
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_RANGE, TIENDO_E_SMALL_BUFFER or a status of
 * rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_report_column(tiendo_context* context, const tiendo_report* report,
                                              tiendo_field field, int32_t scale,
                                              tiendo_rounding rounding, int64_t rows,
                                              void* values16, uint8_t* validity) TIENDO_NOEXCEPT;

/**
 * Writes one exact figure of all rows as tiendo_report_figure_exact() does, one behind the other:
 * the buffers of Arrow's large_utf8. A row without the figure has the empty text.
 *
 * @param context  receives what is wrong on failure
 * @param report   the report
 * @param field    which figure: one of TIENDO_FIELD_
 * @param fraction which part of it: one of TIENDO_FRACTION_
 * @param rows     how many rows the offsets and the bitmap have room for, besides the last offset;
 * at least the rows of the report
 * @param validity receives a bit for each row, the lowest of each byte first: 1 if there is a
 * figure
 * @param offsets  receives an offset for each row, and one more; untouched when a buffer is too
 * small
 * @param buffer   receives the texts
 * @param capacity bytes of the buffer
 * @param length   receives the length of all texts
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_report_exact_column(tiendo_context* context,
                                                    const tiendo_report* report, tiendo_field field,
                                                    tiendo_fraction fraction, int64_t rows,
                                                    uint8_t* validity, int64_t* offsets,
                                                    char* buffer, int64_t capacity,
                                                    int64_t* length) TIENDO_NOEXCEPT;

/**
 * Reads for all rows the part of the way from a stated base to the level asked for that was made,
 * in percent: 100 (A - b) / (R - b). Unlike TIENDO_FIELD_TARGETED_CHANGE it is there wherever there
 * is a way at all, also where the base was enough; a row without a stated base has its completion.
 *
 * @param context  receives what is wrong on failure; on TIENDO_E_RANGE the row whose percentage is
 *                 too long
 * @param report   the report
 * @param scale    digits after the point, 0 to 38
 * @param rounding how to drop digits: one of TIENDO_ROUND_
 * @param rows     how many rows the two buffers below have room for; at least the rows of the
 *                 report
 * @param values16 receives 16 bytes for each row, as of tiendo_report_column()
 * @param validity receives a bit for each row, likewise
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_RANGE, TIENDO_E_SMALL_BUFFER or a status of
 * rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_report_percent_of_plan(tiendo_context* context,
                                                       const tiendo_report* report, int32_t scale,
                                                       tiendo_rounding rounding, int64_t rows,
                                                       void* values16,
                                                       uint8_t* validity) TIENDO_NOEXCEPT;

/**
 * Reads the verdicts of all rows, as tiendo_row has them for one.
 *
 * @param context     receives what is wrong on failure
 * @param report      the report
 * @param rows        how many rows the two buffers below have room for; at least the rows of the
 *                    report
 * @param verdicts    receives one of TIENDO_VERDICT_ for each row
 * @param provisional receives the same of what the conditions say so far where there is no verdict
 *                    since the period is open; may be NULL
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_report_verdicts(tiendo_context* context,
                                                const tiendo_report* report, int64_t rows,
                                                int8_t* verdicts,
                                                int8_t* provisional) TIENDO_NOEXCEPT;

/** How to hand over a report as columns of Arrow. */
typedef struct tiendo_arrow_options {
  uint32_t struct_size;       /**< sizeof(tiendo_arrow_options) */
  tiendo_rounding rounding;   /**< TIENDO_ROUND_OWN: as the indicators say */
  int32_t scale;              /**< digits after the point of figures in their measures, 0 to 38 */
  int32_t percent_scale;      /**< the same of figures in percent */
  const tiendo_field* fields; /**< which figures, each once; NULL: all */
  int64_t field_count;        /**< how many they are */
} tiendo_arrow_options;

/**
 * Hands over a report as a stream of Arrow, of one struct array with a row for each of the report.
 *
 * Its children are, of texts in dictionaries with indexes of 32 bits: kind, indicator, unit,
 * project, assigner, condition, verdict, verdict_reason, provisional, state, reason, course,
 * schedule, status and counted (what the coverage counts); of date32: period_start, period_end (the
 * first day after the period), reported_to and expected_on; of int32: reported and due, the
 * coverage; of bits: final; of decimal128: percent_of_plan, as of tiendo_report_percent_of_plan(),
 * and the figures that are asked for, by the names of their columns in a report that is written as
 * CSV. What a row does not have is null.
 *
 * @param context receives what is wrong on failure; on TIENDO_E_RANGE the row whose figure is too
 *                long, and the path "/actual" of its column
 * @param report  the report
 * @param options how figures are printed
 * @param stream  receives the stream, for the caller to release, and what it hands out likewise;
 * all of them live on without the report and the context, and are used by one thread at a time.
 * Untouched on failure
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_UNSUPPORTED, TIENDO_E_RANGE or a status of rule
 * 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_report_export_arrow(
    tiendo_context* context, const tiendo_report* report, const tiendo_arrow_options* options,
    struct ArrowArrayStream* stream) TIENDO_NOEXCEPT;

/**
 * Counts the rows of the summary: one for each assigner, and one for the wholes when there are
 * any.
 *
 * @param context receives what is wrong on failure
 * @param report  the report
 * @param count   receives how many there are
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_report_summary_count(tiendo_context* context,
                                                     const tiendo_report* report,
                                                     int64_t* count) TIENDO_NOEXCEPT;

/**
 * Reads a row of the summary.
 *
 * @param context receives what is wrong on failure
 * @param report  the report
 * @param index   which row of the summary, from 0
 * @param summary receives the row
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_report_summary(tiendo_context* context, const tiendo_report* report,
                                               int64_t index,
                                               tiendo_summary* summary) TIENDO_NOEXCEPT;

/**
 * Reads who the assigner of a row of the summary is: the empty text for the wholes.
 *
 * @param context  receives what is wrong on failure
 * @param report   the report
 * @param index    which row of the summary, from 0
 * @param text     TIENDO_TEXT_ASSIGNER or TIENDO_TEXT_ASSIGNER_NAME
 * @param language of the name
 * @param buffer   receives the text
 * @param capacity bytes of the buffer
 * @param length   receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_report_summary_text(tiendo_context* context,
                                                    const tiendo_report* report, int64_t index,
                                                    tiendo_text text, tiendo_language language,
                                                    char* buffer, int64_t capacity,
                                                    int64_t* length) TIENDO_NOEXCEPT;

/**
 * Counts the rows of a tally: for each group one for each assigner, and one for the wholes where
 * there are any. Groups come in the order of the plan, what is of none last.
 *
 * @param context receives what is wrong on failure
 * @param report  the report
 * @param by      what is counted by: one of TIENDO_TALLY_
 * @param count   receives how many there are
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_report_tally_count(tiendo_context* context,
                                                   const tiendo_report* report, tiendo_tally_by by,
                                                   int64_t* count) TIENDO_NOEXCEPT;

/**
 * Reads a row of a tally. Counted are the rows that the summary counts; a target of several groups
 * counts in each.
 *
 * @param context receives what is wrong on failure
 * @param report  the report
 * @param by      what is counted by: one of TIENDO_TALLY_
 * @param index   which row of the tally, from 0
 * @param tally   receives the row
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_report_tally(tiendo_context* context, const tiendo_report* report,
                                             tiendo_tally_by by, int64_t index,
                                             tiendo_tally* tally) TIENDO_NOEXCEPT;

/**
 * Reads which group a row of a tally is of, and whose targets: the empty text for no group, and for
 * the wholes.
 *
 * @param context  receives what is wrong on failure
 * @param report   the report
 * @param by       what is counted by: one of TIENDO_TALLY_
 * @param index    which row of the tally, from 0
 * @param text     TIENDO_TEXT_GROUP, TIENDO_TEXT_GROUP_NAME, TIENDO_TEXT_ASSIGNER or
 *                 TIENDO_TEXT_ASSIGNER_NAME
 * @param language of the name
 * @param buffer   receives the text
 * @param capacity bytes of the buffer
 * @param length   receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_report_tally_text(tiendo_context* context,
                                                  const tiendo_report* report, tiendo_tally_by by,
                                                  int64_t index, tiendo_text text,
                                                  tiendo_language language, char* buffer,
                                                  int64_t capacity,
                                                  int64_t* length) TIENDO_NOEXCEPT;

/**
 * Writes the whole report, as the tool prints it.
 *
 * @param context  receives what is wrong on failure
 * @param report   the report
 * @param options  how, or NULL for the defaults
 * @param buffer   receives the text
 * @param capacity bytes of the buffer
 * @param length   receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_RANGE, TIENDO_E_UNSUPPORTED,
 * TIENDO_E_SMALL_BUFFER, TIENDO_E_CANCELLED or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_report_write(tiendo_context* context, const tiendo_report* report,
                                             const tiendo_write_options* options, char* buffer,
                                             int64_t capacity, int64_t* length) TIENDO_NOEXCEPT;

/**
 * Writes how a row came about: which observations count, which do not and why, every formula with
 * its numbers, the exact result and the rounding.
 *
 * @param context  receives what is wrong on failure
 * @param report   the report; it still has its observations, also after their handle is destroyed
 * @param row      which row, from 0
 * @param language of the text
 * @param digits   digits after the point, 0 to 100, or TIENDO_DIGITS_OWN
 * @param rounding how to drop digits: one of TIENDO_ROUND_
 * @param buffer   receives the text
 * @param capacity bytes of the buffer
 * @param length   receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_RANGE, TIENDO_E_SMALL_BUFFER,
 * TIENDO_E_UNSUPPORTED for a report of parts, or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_report_explain(tiendo_context* context, const tiendo_report* report,
                                               int64_t row, tiendo_language language,
                                               int32_t digits, tiendo_rounding rounding,
                                               char* buffer, int64_t capacity,
                                               int64_t* length) TIENDO_NOEXCEPT;

/**
 * Writes how a row came about as JSON (`tiendo-trace/1`): everything that
 * tiendo_report_explain() says, with labels in both languages, and all that is needed to compute
 * each figure again. The guide to the formats and docs/schema/trace.schema.json say what the keys
 * mean.
 *
 * @param context  receives what is wrong on failure
 * @param report   the report; it still has its observations, also after their handle is destroyed
 * @param row      which row, from 0; -1 for all rows in one text
 * @param digits   digits after the point of what is printed, 0 to 100, or TIENDO_DIGITS_OWN
 * @param rounding how to drop digits: one of TIENDO_ROUND_
 * @param buffer   receives the text
 * @param capacity bytes of the buffer
 * @param length   receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_RANGE, TIENDO_E_SMALL_BUFFER,
 * TIENDO_E_UNSUPPORTED for a report of parts, or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_report_trace(tiendo_context* context, const tiendo_report* report,
                                             int64_t row, int32_t digits, tiendo_rounding rounding,
                                             char* buffer, int64_t capacity,
                                             int64_t* length) TIENDO_NOEXCEPT;

/**
 * Writes how the counts of a report came about: the rows that each line of its summary, or of a
 * tally, counts and as what, then those that none counts and why.
 *
 * @param context  receives what is wrong on failure
 * @param report   the report
 * @param by       what is counted by: one of TIENDO_TALLY_; TIENDO_TALLY_NONE for the summary
 * @param index    which line, from 0; -1 for all of them in one text
 * @param language of the text
 * @param buffer   receives the text
 * @param capacity bytes of the buffer
 * @param length   receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_report_tally_explain(
    tiendo_context* context, const tiendo_report* report, tiendo_tally_by by, int64_t index,
    tiendo_language language, char* buffer, int64_t capacity, int64_t* length) TIENDO_NOEXCEPT;

/**
 * Writes the same as JSON (`tiendo-summary-trace/1`), with labels in both languages. The guide to
 * the formats and docs/schema/summary-trace.schema.json say what the keys mean.
 *
 * @param context  receives what is wrong on failure
 * @param report   the report
 * @param by       what is counted by: one of TIENDO_TALLY_; TIENDO_TALLY_NONE for the summary
 * @param index    which line, from 0; -1 for all of them in one text
 * @param buffer   receives the text
 * @param capacity bytes of the buffer
 * @param length   receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_report_tally_trace(tiendo_context* context,
                                                   const tiendo_report* report, tiendo_tally_by by,
                                                   int64_t index, char* buffer, int64_t capacity,
                                                   int64_t* length) TIENDO_NOEXCEPT;

/**
 * Gives the full name of built-in rules, "tiendo@1", in the order of their publication.
 *
 * @param context  receives what is wrong on failure
 * @param index    which of them, from 0
 * @param buffer   receives the name; the empty text where there are no more
 * @param capacity bytes of the buffer
 * @param length   receives the length of the name
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_rules_name(tiendo_context* context, int64_t index, char* buffer,
                                           int64_t capacity, int64_t* length) TIENDO_NOEXCEPT;

/**
 * Writes rules with all that is in them as text in the format tiendo-rules/1 (JSON).
 *
 * @param context  receives what is wrong on failure; all findings of a text stay in it
 * @param rules    a full name or a text, as in tiendo_request
 * @param buffer   receives the text
 * @param capacity bytes of the buffer
 * @param length   receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE, TIENDO_E_RANGE, TIENDO_E_ENCODING,
 * TIENDO_E_UNSUPPORTED, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_rules_write(tiendo_context* context, const char* rules,
                                            char* buffer, int64_t capacity,
                                            int64_t* length) TIENDO_NOEXCEPT;

/**
 * @}
 * @defgroup c_partial Parts: a report put together from parts of the units
 * @{
 *
 * Each part of the tree of units is summed up where its reports are, with the whole plan, for one
 * request. What it amounts to is sent as text and merged, in any order and grouping; the report of
 * what was merged has the rows of the units at and above the parts, as one report of everything
 * would have them.
 */

/** What the reports of a part of the units amount to, for one request. One thread at a time uses
 * it: a second gets TIENDO_E_BUSY. */
typedef struct tiendo_partial tiendo_partial;

/** The units that a log is of. */
typedef struct tiendo_part_units {
  uint32_t struct_size;     /**< sizeof(tiendo_part_units) */
  int32_t reserved;         /**< 0 */
  const char* const* whole; /**< ids of units, each with all that stand below it; or NULL */
  int64_t whole_count;      /**< how many */
  const char* const* alone; /**< ids of units by themselves; or NULL */
  int64_t alone_count;      /**< how many */
} tiendo_part_units;

/**
 * Sums up the observations of a part. They may go on afterwards: the partial is of what was there.
 *
 * @param context      receives what is wrong on failure; for a report of a unit of no part the
 *                     position of the observation as row
 * @param observations the log, all of it; its plan is the whole one
 * @param request      what is asked: the same of all parts
 * @param units        of which units the log is, whether or not they have reported
 * @param partial      receives the partial, to be ended by tiendo_partial_destroy(); NULL on
 *                     failure
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_RANGE, TIENDO_E_UNSUPPORTED, TIENDO_E_PARSE for
 * an unknown unit, units that overlap and reports of others, TIENDO_E_ENCODING or a status of rule
 * 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_partial_create(tiendo_context* context,
                                               const tiendo_observations* observations,
                                               const tiendo_request* request,
                                               const tiendo_part_units* units,
                                               tiendo_partial** partial) TIENDO_NOEXCEPT;

/**
 * Reads a partial (`tiendo-partial/1`) that tiendo_partial_write() has written.
 *
 * @param context receives the findings, and the first error as its record
 * @param plan    the whole plan; of a text for another plan nothing is read
 * @param text    the text
 * @param length  its bytes, or TIENDO_NTS
 * @param name    the name of the file in the findings; NULL for none
 * @param partial receives the partial, to be ended by tiendo_partial_destroy(); NULL on failure
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE, TIENDO_E_RANGE, TIENDO_E_ENCODING or a
 * status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_partial_read(tiendo_context* context, const tiendo_plan* plan,
                                             const char* text, int64_t length, const char* name,
                                             tiendo_partial** partial) TIENDO_NOEXCEPT;

/**
 * Writes a partial as text (`tiendo-partial/1`): the same whatever order its parts were merged in.
 *
 * @param context  receives what is wrong on failure
 * @param partial  the partial
 * @param buffer   receives the text
 * @param capacity bytes of the buffer
 * @param length   receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_partial_write(tiendo_context* context,
                                              const tiendo_partial* partial, char* buffer,
                                              int64_t capacity, int64_t* length) TIENDO_NOEXCEPT;

/**
 * Adds the units of another partial to one.
 *
 * @param context receives what is wrong on failure: the code says whether the other is of another
 *                plan (handles of one plan share it) or request, or has a unit that is there
 * @param partial the partial; unchanged on failure
 * @param other   the other one, which stays as it is; not `partial` itself
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_partial_merge(tiendo_context* context, tiendo_partial* partial,
                                              const tiendo_partial* other) TIENDO_NOEXCEPT;

/** What a partial holds. */
typedef struct tiendo_partial_info {
  uint32_t struct_size; /**< sizeof(tiendo_partial_info), set by the caller */
  int32_t is_whole;     /**< 1 if every unit of the plan is of it */
  int64_t sums;         /**< what was reported, as far as sums suffice */
  int64_t observations; /**< reports that are held as they are */
} tiendo_partial_info;

/** Positions that a partial can list: one of TIENDO_PARTIAL_. */
typedef int32_t tiendo_partial_list;

#define TIENDO_PARTIAL_WHOLE 1   /**< its units that have all below them with them: its tops */
#define TIENDO_PARTIAL_ALONE 2   /**< its units by themselves */
#define TIENDO_PARTIAL_UNITS 3   /**< every unit of it, those below the tops too */
#define TIENDO_PARTIAL_CARRIED 4 /**< indicators all of whose reports are held as they are */
#define TIENDO_PARTIAL_KINDS 5   /**< the first unit of each kind that is part of units above it */

/**
 * Says how much a partial holds, and whether it is of every unit.
 *
 * @param context receives what is wrong on failure
 * @param partial the partial
 * @param info    receives it
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_partial_content(tiendo_context* context,
                                                const tiendo_partial* partial,
                                                tiendo_partial_info* info) TIENDO_NOEXCEPT;

/**
 * Lists the units that a partial is of, the first unit of each kind that takes part in it, or the
 * indicators that it carries. Which indicators it carries follows from the plan and the request
 * alone; of these its report has all rows, also those of units below the tops.
 *
 * @param context   receives what is wrong on failure
 * @param partial   the partial
 * @param list      which list: one of TIENDO_PARTIAL_
 * @param positions receives the positions in the plan, in rising order, as tiendo_plan_find() gives
 *                  them; may be NULL with a capacity of 0
 * @param capacity  how many there is room for; when there are more, TIENDO_E_SMALL_BUFFER is
 *                  returned and nothing but the count is set
 * @param count     receives how many there are
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_partial_positions(tiendo_context* context,
                                                  const tiendo_partial* partial,
                                                  tiendo_partial_list list, int64_t* positions,
                                                  int64_t capacity, int64_t* count) TIENDO_NOEXCEPT;

/**
 * What everything reported at and below a unit amounts to, for one of the questions of a request.
 * Months count from the first of the question, which is 0.
 */
typedef struct tiendo_part_sum {
  uint32_t struct_size; /**< sizeof(tiendo_part_sum), set by the caller */
  int32_t question;     /**< 0: of the time of the plan; others: of what it is compared with */
  int64_t indicator;    /**< position of the indicator, as tiendo_plan_find() gives it */
  int64_t unit;         /**< position of the unit */
  int64_t numerator;    /**< the sum without its point; of a ratio its numerator */
  int64_t denominator;  /**< of a ratio, without its point; else 0 */
  uint64_t months;      /**< a bit a month, the first lowest: reported, of several units alike by
                           all; 0 where they have not reported the same months */
  int32_t scale;        /**< digits after the point of the numerator */
  int32_t denominator_scale; /**< of the denominator */
  int32_t has_denominator;   /**< whether it is of a ratio */
  int32_t of_units;          /**< 1 when it is made of units below, else 0: of its own reports */
  int32_t reported;          /**< how many months; of units below, how many are complete */
  int32_t last;              /**< the last month that any has reported */
  tiendo_finality finality;  /**< of the reports that count, the least final */
  int32_t reserved;          /**< 0 */
} tiendo_part_sum;

/**
 * Reads a sum of a partial, in the order of indicators, units and questions.
 *
 * @param context receives what is wrong on failure
 * @param partial the partial
 * @param index   which sum, from 0; tiendo_partial_content() says how many there are
 * @param sum     receives it; untouched on failure
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_partial_sum(tiendo_context* context, const tiendo_partial* partial,
                                            int64_t index, tiendo_part_sum* sum) TIENDO_NOEXCEPT;

/**
 * Makes a log of the observations that a partial holds as they are, in an order of its own. The log
 * is for the plan of the partial and takes more. What the partial has as sums is not in it, so its
 * reports are those of the partial only where there are no sums.
 *
 * @param context      receives what is wrong on failure
 * @param partial      the partial; it stays as it is, whatever becomes of the log
 * @param observations receives the log, to be ended by tiendo_observations_destroy(); NULL on
 *                     failure
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status
tiendo_partial_observations(tiendo_context* context, const tiendo_partial* partial,
                            tiendo_observations** observations) TIENDO_NOEXCEPT;

/**
 * Says what a partial was asked for. The rules are those of tiendo_partial_rules().
 *
 * @param context receives what is wrong on failure
 * @param partial the partial
 * @param request receives the request; its `rules` becomes NULL
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_partial_request(tiendo_context* context,
                                                const tiendo_partial* partial,
                                                tiendo_request* request) TIENDO_NOEXCEPT;

/**
 * Writes the rules of a partial with all that is in them as text in the format tiendo-rules/1
 * (JSON).
 *
 * @param context  receives what is wrong on failure
 * @param partial  the partial
 * @param buffer   receives the text
 * @param capacity bytes of the buffer
 * @param length   receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_partial_rules(tiendo_context* context,
                                              const tiendo_partial* partial, char* buffer,
                                              int64_t capacity, int64_t* length) TIENDO_NOEXCEPT;

/**
 * Makes the report of the units at and above the parts of a partial. Its rows are not explained:
 * what they were made from is elsewhere, and so functions that explain return
 * TIENDO_E_UNSUPPORTED.
 *
 * @param context receives what is wrong on failure
 * @param partial the partial; it stays as it is
 * @param report  receives the report, to be ended by tiendo_report_destroy(); NULL on failure
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_partial_report(tiendo_context* context,
                                               const tiendo_partial* partial,
                                               tiendo_report** report) TIENDO_NOEXCEPT;

/**
 * Makes the report of the other rows of the units below those of a part, from its observations. As
 * above, its rows are not explained.
 *
 * @param context      receives what is wrong on failure
 * @param partial      all parts merged: which units are waited for follows from all of them
 * @param observations the log of the part
 * @param units        of which units the log is, as for tiendo_partial_create()
 * @param report       receives the report, to be ended by tiendo_report_destroy(); NULL on failure
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE as tiendo_partial_create() and for units
 * that are not tops of the partial, TIENDO_E_UNSUPPORTED, TIENDO_E_ENCODING or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_partial_report_below(tiendo_context* context,
                                                     const tiendo_partial* partial,
                                                     const tiendo_observations* observations,
                                                     const tiendo_part_units* units,
                                                     tiendo_report** report) TIENDO_NOEXCEPT;

/**
 * Ends a partial.
 *
 * @param partial the partial, or NULL
 * @since 0.1
 */
TIENDO_API void tiendo_partial_destroy(tiendo_partial* partial) TIENDO_NOEXCEPT;

/**
 * @}
 * @defgroup c_targets Targets: which are in force, the list of them, and their parts
 * @{
 */

/**
 * Lists the targets that are in force at the end of a day. A target whose decision is dated is in
 * force from that day on; of what one assigner has assigned, replaced and revised for one
 * indicator, unit, project and period only the latest decided by the day.
 *
 * @param context  receives what is wrong on failure
 * @param plan     the plan
 * @param day      the day
 * @param assigner id of the unit whose targets are wanted; NULL: those of all
 * @param targets  receives their positions, in rising order, from 0 to the number of
 *                 TIENDO_PART_TARGETS less one; may be NULL with a capacity of 0
 * @param capacity how many there is room for; when there are more, TIENDO_E_SMALL_BUFFER is
 *                 returned and nothing but the count is set
 * @param count    receives how many there are
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_RANGE, TIENDO_E_PARSE for an assigner that the
 * plan does not have, TIENDO_E_SMALL_BUFFER, TIENDO_E_ENCODING or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_plan_targets_in_force(tiendo_context* context,
                                                      const tiendo_plan* plan, int32_t day,
                                                      const char* assigner, int64_t* targets,
                                                      int64_t capacity,
                                                      int64_t* count) TIENDO_NOEXCEPT;

/**
 * Writes the list of the targets in force as a text: assigner, unit, indicator, condition, layer,
 * decision, lead and coordinating units, task group of each.
 *
 * @param context  receives what is wrong on failure
 * @param plan     the plan
 * @param day      the day
 * @param assigner id of the unit whose targets are wanted; NULL: those of all
 * @param format   one of TIENDO_FORMAT_
 * @param language one of TIENDO_LANGUAGE_; CSV and JSON do not depend on it
 * @param buffer   receives the text: rule 5
 * @param capacity bytes of the buffer
 * @param length   receives the bytes of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_RANGE, TIENDO_E_PARSE for an assigner that the
 * plan does not have, TIENDO_E_SMALL_BUFFER, TIENDO_E_ENCODING or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_plan_write_targets(tiendo_context* context, const tiendo_plan* plan,
                                                   int32_t day, const char* assigner,
                                                   tiendo_format format, tiendo_language language,
                                                   char* buffer, int64_t capacity,
                                                   int64_t* length) TIENDO_NOEXCEPT;

/**
 * Splits a target over units below its unit, by weights, into parts that add up to it exactly. Only
 * a bound on what adds up over units can be split. A weight is of a unit directly below, or below
 * another unit that has a weight, whose part is then split again. tiendo_decimal_split() says how
 * the parts are rounded.
 *
 * @param context  receives what is wrong on failure, with the place of a unit or a weight as row
 * @param plan     the plan
 * @param target   position of the target, as tiendo_plan_targets_in_force() gives it
 * @param units    ids of the units; may be NULL when there are none, which is an error
 * @param weights  their weights, none below zero; NULL: all the same
 * @param count    how many units there are
 * @param scale    digits after the point of the parts, 0 to 38; TIENDO_DIGITS_OWN: those that the
 *                 indicator records, else those of the target
 * @param leftover who gets what is left: one of TIENDO_LEFTOVER_
 * @param parts    receives a part for each unit, in their order; untouched on failure
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE for a target that cannot be split, an
 * unknown unit and weights that do not match the units, TIENDO_E_RANGE, TIENDO_E_ENCODING or a
 * status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_plan_split_target(tiendo_context* context, const tiendo_plan* plan,
                                                  int64_t target, const char* const* units,
                                                  const tiendo_decimal* weights, int64_t count,
                                                  int32_t scale, tiendo_leftover leftover,
                                                  tiendo_decimal* parts) TIENDO_NOEXCEPT;

/**
 * Finds how many digits the parts of a target have with TIENDO_DIGITS_OWN.
 *
 * @param context receives what is wrong on failure
 * @param plan    the plan
 * @param target  position of the target, as tiendo_plan_targets_in_force() gives it
 * @param scale   receives the digits after the point
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_plan_split_scale(tiendo_context* context, const tiendo_plan* plan,
                                                 int64_t target, int32_t* scale) TIENDO_NOEXCEPT;

/**
 * Finds weights for tiendo_plan_split_target() that the plan itself has: what each unit below that
 * of the target has as a target for an indicator (population, area, the plan of the year before),
 * or the same for each. Of a kind of units of which none has such a target, none takes part.
 *
 * @param context   receives what is wrong on failure
 * @param plan      the plan
 * @param target    position of the target, as tiendo_plan_targets_in_force() gives it
 * @param indicator id of the indicator; NULL: 1 for each unit that exists in the period of the
 *                  target
 * @param day       the day on which the targets that are weights are in force; not looked at
 *                  without an indicator
 * @param levels    how many levels below the unit of the target, 1 to 64; 0 is 1
 * @param units     receives the positions of the units in TIENDO_PART_UNITS, each followed by
 *                  those below it; may be NULL with a capacity of 0, like the weights
 * @param weights   receives a weight for each unit
 * @param capacity  how many there is room for; when there are more, TIENDO_E_SMALL_BUFFER is
 *                  returned and nothing but the count is set
 * @param count     receives how many there are
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE for an unknown indicator and for a unit
 * that has no target, several or one that is no bound though others of its kind have one,
 * TIENDO_E_RANGE, TIENDO_E_SMALL_BUFFER, TIENDO_E_ENCODING or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_plan_split_weights(tiendo_context* context, const tiendo_plan* plan,
                                                   int64_t target, const char* indicator,
                                                   int32_t day, int32_t levels, int64_t* units,
                                                   tiendo_decimal* weights, int64_t capacity,
                                                   int64_t* count) TIENDO_NOEXCEPT;

/**
 * Reads weights for tiendo_plan_split_target() from a table (CSV) with the columns `unit`, an id of
 * the plan, and `weight`, a number that is not below zero. All findings stay in the context.
 *
 * @param context  receives the findings, and the first error as its record
 * @param plan     the plan
 * @param text     the table
 * @param length   its bytes, or TIENDO_NTS
 * @param name     the name of the file in the findings; NULL for none
 * @param numbers  how the table writes numbers
 * @param units    receives the positions of the units in TIENDO_PART_UNITS, in the order of the
 *                 rows, also of one that stands twice; may be NULL with a capacity of 0, like the
 *                 weights
 * @param weights  receives a weight for each unit
 * @param capacity how many there is room for; when there are more, TIENDO_E_SMALL_BUFFER is
 *                 returned and nothing but the count is set
 * @param count    receives how many there are
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE, TIENDO_E_RANGE, also for a weight beyond
 * 38 digits, TIENDO_E_ENCODING, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_plan_read_weights(tiendo_context* context, const tiendo_plan* plan,
                                                  const char* text, int64_t length,
                                                  const char* name, tiendo_numbers numbers,
                                                  int64_t* units, tiendo_decimal* weights,
                                                  int64_t capacity, int64_t* count) TIENDO_NOEXCEPT;

/**
 * Reads weights from a file, as tiendo_plan_read_weights() does.
 *
 * @param context  receives the findings, and the first error as its record
 * @param plan     the plan
 * @param path     the file
 * @param numbers  how the table writes numbers
 * @param units    receives the positions of the units, as there
 * @param weights  receives a weight for each unit
 * @param capacity how many there is room for; when there are more, TIENDO_E_SMALL_BUFFER is
 *                 returned and nothing but the count is set
 * @param count    receives how many there are
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_FILE, TIENDO_E_PARSE, TIENDO_E_RANGE,
 * TIENDO_E_ENCODING, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_plan_read_weights_file(tiendo_context* context,
                                                       const tiendo_plan* plan, const char* path,
                                                       tiendo_numbers numbers, int64_t* units,
                                                       tiendo_decimal* weights, int64_t capacity,
                                                       int64_t* count) TIENDO_NOEXCEPT;

/**
 * Writes parts of a target as targets, to be put into a plan: for the same indicator, period and
 * kind of condition, each set by the unit above it. The parts are those of a split, or others on
 * which people have agreed; they must add up to the target, and those below another unit to its
 * part.
 *
 * @param context  receives what is wrong on failure, with the place of a unit or a part as row
 * @param plan     the plan
 * @param target   position of the target, as tiendo_plan_targets_in_force() gives it
 * @param units    ids of the units, as for tiendo_plan_split_target()
 * @param parts    the part of each unit
 * @param count    how many units there are
 * @param format   TIENDO_FORMAT_JSON or _DEFAULT: the list under "targets" of a plan;
 *                 TIENDO_FORMAT_CSV: a table of targets of a plan
 * @param buffer   receives the text
 * @param capacity bytes of the buffer
 * @param length   receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE for a target that cannot be split, an
 * unknown unit and parts that do not add up, TIENDO_E_RANGE, TIENDO_E_SMALL_BUFFER,
 * TIENDO_E_ENCODING or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_plan_write_parts(tiendo_context* context, const tiendo_plan* plan,
                                                 int64_t target, const char* const* units,
                                                 const tiendo_decimal* parts, int64_t count,
                                                 tiendo_format format, char* buffer,
                                                 int64_t capacity, int64_t* length) TIENDO_NOEXCEPT;

/** Weights that are what each unit has of an indicator in a period, exactly. */
typedef struct tiendo_reported_weights {
  uint32_t struct_size;  /**< sizeof(tiendo_reported_weights) */
  int32_t levels;        /**< how many levels below the unit of the target, 1 to 64; 0 is 1 */
  const char* indicator; /**< id of the indicator: population, area, the result of last year */
  int32_t period_start;  /**< the first day of the period */
  int32_t period_end;    /**< the first day after it */
} tiendo_reported_weights;

/**
 * Splits a target over the units below its unit by what each of them has of an indicator, as the
 * row of a report would say it. Units of a kind of which none has anything take no part, nor do
 * those for which it was reported as not applicable; on a map, only units of that day do.
 *
 * @param context      receives what is wrong on failure
 * @param observations the log
 * @param target       position of the target, as tiendo_plan_targets_in_force() gives it
 * @param weights      which figures are the weights
 * @param request      as of which day, as known on which day, on which map
 * @param scale        digits after the point of the parts, 0 to 38; TIENDO_DIGITS_OWN: those that
 *                     the indicator of the target records, else those of the target
 * @param leftover     who gets what is left: one of TIENDO_LEFTOVER_
 * @param units        receives the positions of the units in TIENDO_PART_UNITS, each followed by
 *                     those below it; may be NULL with a capacity of 0, like the parts
 * @param parts        receives a part for each unit
 * @param capacity     how many there is room for; when there are more, TIENDO_E_SMALL_BUFFER is
 *                     returned and nothing but the count is set
 * @param count        receives how many there are
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE for a target that cannot be split, an
 * unknown indicator and units whose figures are no weights, TIENDO_E_RANGE, TIENDO_E_SMALL_BUFFER,
 * TIENDO_E_UNSUPPORTED, TIENDO_E_ENCODING or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_observations_split_target(
    tiendo_context* context, const tiendo_observations* observations, int64_t target,
    const tiendo_reported_weights* weights, const tiendo_request* request, int32_t scale,
    tiendo_leftover leftover, int64_t* units, tiendo_decimal* parts, int64_t capacity,
    int64_t* count) TIENDO_NOEXCEPT;

/**
 * @}
 * @defgroup c_units Units on a day: where they stand, what becomes of them
 * @{
 */

/**
 * Whether a unit exists on a day: by its own first and last day, and by what becomes of units.
 *
 * @param context receives what is wrong on failure
 * @param plan    the plan
 * @param unit    which unit, as tiendo_plan_find() gives it
 * @param day     the day
 * @param exists  receives 1 if it does, 0 if it does not
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_RANGE or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_plan_unit_exists(tiendo_context* context, const tiendo_plan* plan,
                                                 int64_t unit, int32_t day,
                                                 int32_t* exists) TIENDO_NOEXCEPT;

/**
 * Finds the unit above a unit on a day.
 *
 * @param context receives what is wrong on failure
 * @param plan    the plan
 * @param unit    which unit, as tiendo_plan_find() gives it
 * @param day     the day
 * @param parent  receives the position of the unit above; -1 when there is none, and when one of
 *                the two does not exist on that day
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_RANGE or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_plan_unit_parent(tiendo_context* context, const tiendo_plan* plan,
                                                 int64_t unit, int32_t day,
                                                 int64_t* parent) TIENDO_NOEXCEPT;

/**
 * Lists the units directly below a unit that exist on a day.
 *
 * @param context  receives what is wrong on failure
 * @param plan     the plan
 * @param unit     which unit, as tiendo_plan_find() gives it
 * @param day      the day
 * @param children receives their positions, in rising order; may be NULL with a capacity of 0
 * @param capacity how many there is room for; when there are more, TIENDO_E_SMALL_BUFFER is
 *                 returned and nothing but the count is set
 * @param count    receives how many there are
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_RANGE, TIENDO_E_SMALL_BUFFER or a status of
 * rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_plan_unit_children(tiendo_context* context, const tiendo_plan* plan,
                                                   int64_t unit, int32_t day, int64_t* children,
                                                   int64_t capacity,
                                                   int64_t* count) TIENDO_NOEXCEPT;

/**
 * Reads the name that a unit has on a day.
 *
 * @param context  receives what is wrong on failure
 * @param plan     the plan
 * @param unit     which unit, as tiendo_plan_find() gives it
 * @param day      the day
 * @param language of the name
 * @param buffer   receives the name; the empty text where the unit has none
 * @param capacity bytes of the buffer
 * @param length   receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_RANGE, TIENDO_E_SMALL_BUFFER or a status of
 * rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_plan_unit_name(tiendo_context* context, const tiendo_plan* plan,
                                               int64_t unit, int32_t day, tiendo_language language,
                                               char* buffer, int64_t capacity,
                                               int64_t* length) TIENDO_NOEXCEPT;

/**
 * Reads the official code that a unit has on a day; of several, the one that began last.
 *
 * @param context  receives what is wrong on failure
 * @param plan     the plan
 * @param unit     which unit, as tiendo_plan_find() gives it
 * @param day      the day
 * @param buffer   receives the code; the empty text where the unit has none, or does not exist
 * @param capacity bytes of the buffer
 * @param length   receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_RANGE, TIENDO_E_SMALL_BUFFER or a status of
 * rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_plan_unit_code(tiendo_context* context, const tiendo_plan* plan,
                                               int64_t unit, int32_t day, char* buffer,
                                               int64_t capacity, int64_t* length) TIENDO_NOEXCEPT;

/**
 * Finds the unit that has an official code on a day. One code may be of different units on
 * different days.
 *
 * @param context receives what is wrong on failure
 * @param plan    the plan
 * @param code    the code
 * @param length  its bytes, or TIENDO_NTS
 * @param day     the day
 * @param unit    receives the position of the unit; -1 when there is none
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_RANGE, TIENDO_E_ENCODING or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_plan_find_code(tiendo_context* context, const tiendo_plan* plan,
                                               const char* code, int64_t length, int32_t day,
                                               int64_t* unit) TIENDO_NOEXCEPT;

/**
 * Lists what a unit, as it was on one day, is on another: itself, where nothing became of it. How
 * much goes to each tiendo_plan_unit_share() says. What ended without heirs stays where it was
 * last. Where `to` is the earlier day, the units that it comes from.
 *
 * @param context  receives what is wrong on failure
 * @param plan     the plan
 * @param unit     which unit, as tiendo_plan_find() gives it
 * @param from     the day on which the unit is meant
 * @param to       the day whose units are wanted
 * @param heirs    receives their positions, in rising order; may be NULL with a capacity of 0
 * @param capacity how many there is room for; when there are more, TIENDO_E_SMALL_BUFFER is
 *                 returned and nothing but the count is set
 * @param count    receives how many there are
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_RANGE, TIENDO_E_SMALL_BUFFER or a status of
 * rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_plan_unit_heirs(tiendo_context* context, const tiendo_plan* plan,
                                                int64_t unit, int32_t from, int32_t to,
                                                int64_t* heirs, int64_t capacity,
                                                int64_t* count) TIENDO_NOEXCEPT;

/**
 * Lists the units of an earlier day that a unit is made of. How much of each came to it
 * tiendo_plan_unit_share() says, from `before` to `on`.
 *
 * @param context      receives what is wrong on failure
 * @param plan         the plan
 * @param unit         which unit, as tiendo_plan_find() gives it
 * @param on           the day on which the unit is meant
 * @param before       the earlier day
 * @param predecessors receives their positions, in rising order; may be NULL with a capacity of 0
 * @param capacity     how many there is room for; when there are more, TIENDO_E_SMALL_BUFFER is
 *                     returned and nothing but the count is set
 * @param count        receives how many there are
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_RANGE, TIENDO_E_SMALL_BUFFER or a status of
 * rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_plan_unit_predecessors(tiendo_context* context,
                                                       const tiendo_plan* plan, int64_t unit,
                                                       int32_t on, int32_t before,
                                                       int64_t* predecessors, int64_t capacity,
                                                       int64_t* count) TIENDO_NOEXCEPT;

/**
 * Writes which part of a unit, as it was on one day, is of a unit of another day.
 *
 * @param context  receives what is wrong on failure; on TIENDO_E_NO_VALUE the reason
 * @param plan     the plan
 * @param unit     which unit, as tiendo_plan_find() gives it
 * @param from     the day on which that unit is meant
 * @param heir     the other unit
 * @param to       the day on which that one is meant
 * @param buffer   receives the part of one as an exact fraction: "1/4"; "1" for all, "0" where the
 *                 other is none of tiendo_plan_unit_heirs()
 * @param capacity bytes of the buffer
 * @param length   receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_RANGE, TIENDO_E_NO_VALUE where the plan does
 * not say how much it is, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_plan_unit_share(tiendo_context* context, const tiendo_plan* plan,
                                                int64_t unit, int32_t from, int64_t heir,
                                                int32_t to, char* buffer, int64_t capacity,
                                                int64_t* length) TIENDO_NOEXCEPT;

/**
 * @}
 * @defgroup c_roll_ups Roll-ups: rankings, contributions, scores and the methods
 * @{
 */

/** How shares are rounded: one of TIENDO_SHARES_. */
typedef int32_t tiendo_shares;

#define TIENDO_SHARES_INDEPENDENT 0       /**< each by itself: they may add up to 99.9 or 100.1 */
#define TIENDO_SHARES_LARGEST_REMAINDER 1 /**< so that they add up to 100 */

/** What is asked of the units below one, or of the parts of a whole. A member that is of another
 *  question is 0 or NULL. */
typedef struct tiendo_roll_up {
  uint32_t struct_size;  /**< sizeof(tiendo_roll_up) */
  tiendo_field figure;   /**< of a ranking: TIENDO_FIELD_COMPLETION, also for 0, _GROWTH, _ACTUAL */
  const char* unit;      /**< id of the unit above; NULL: that of the plan */
  const char* indicator; /**< its id; needed, but for scores */
  const char* assigner;  /**< of a ranking: whose targets; NULL: the one that there is */
  const char* threshold; /**< of a ranking: count the figures above this decimal; NULL: none */
  const char* whole;     /**< of contributions: the indicator that the components make, or NULL */
  const char* criteria;  /**< of scores: the text of a file in the format tiendo-criteria/1 */
  int32_t has_period;    /**< 0: the period of the plan */
  int32_t period_start;  /**< the first day of the period */
  int32_t period_end;    /**< the first day after it */
  tiendo_shares shares;  /**< of contributions */
} tiendo_roll_up;

/**
 * Writes the units below one in the order of a figure, against the mean of all and a threshold, as
 * the tool prints it. As JSON (`tiendo-ranking/1`) everything is in it; with exact fractions where
 * the options ask for them.
 *
 * @param context      receives what is wrong on failure
 * @param observations the log
 * @param roll_up      what is asked
 * @param request      as of which day, as known on which day, on which map
 * @param options      how, or NULL for the defaults
 * @param buffer       receives the text
 * @param capacity     bytes of the buffer
 * @param length       receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE for what the plan does not have and a
 * threshold that is no decimal, TIENDO_E_RANGE, TIENDO_E_UNSUPPORTED, TIENDO_E_SMALL_BUFFER,
 * TIENDO_E_BUSY while somebody appends, TIENDO_E_ENCODING or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_observations_rank(
    tiendo_context* context, const tiendo_observations* observations, const tiendo_roll_up* roll_up,
    const tiendo_request* request, const tiendo_write_options* options, char* buffer,
    int64_t capacity, int64_t* length) TIENDO_NOEXCEPT;

/**
 * Writes what the units below one, or the components of a composite, are of a whole and of its
 * growth, as the tool prints it; as JSON `tiendo-contributions/1`.
 *
 * @param context      receives what is wrong on failure
 * @param observations the log
 * @param roll_up      what is asked
 * @param request      as of which day, as known on which day, on which map
 * @param options      how, or NULL for the defaults
 * @param buffer       receives the text
 * @param capacity     bytes of the buffer
 * @param length       receives the length of the text
 * @return as tiendo_observations_rank()
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_observations_contributions(
    tiendo_context* context, const tiendo_observations* observations, const tiendo_roll_up* roll_up,
    const tiendo_request* request, const tiendo_write_options* options, char* buffer,
    int64_t capacity, int64_t* length) TIENDO_NOEXCEPT;

/**
 * Writes the units below one scored by criteria, as the tool prints it; as JSON
 * (`tiendo-scores/1`) so that every total can be computed again from it alone.
 *
 * @param context      receives what is wrong on failure; all findings of the criteria stay in it
 * @param observations the log
 * @param roll_up      what is asked, with the criteria
 * @param request      as of which day, as known on which day, on which map
 * @param options      how, or NULL for the defaults
 * @param buffer       receives the text
 * @param capacity     bytes of the buffer
 * @param length       receives the length of the text
 * @return as tiendo_observations_rank(), or TIENDO_E_ENCODING; for criteria of the first fault
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_observations_score(
    tiendo_context* context, const tiendo_observations* observations, const tiendo_roll_up* roll_up,
    const tiendo_request* request, const tiendo_write_options* options, char* buffer,
    int64_t capacity, int64_t* length) TIENDO_NOEXCEPT;

/**
 * Writes criteria in the canonical form of their format, tiendo-criteria/1 (JSON).
 *
 * @param context  receives what is wrong on failure; all findings stay in it
 * @param criteria the text of a file
 * @param buffer   receives the text
 * @param capacity bytes of the buffer
 * @param length   receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE, TIENDO_E_RANGE, TIENDO_E_ENCODING,
 * TIENDO_E_UNSUPPORTED, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_criteria_write(tiendo_context* context, const char* criteria,
                                               char* buffer, int64_t capacity,
                                               int64_t* length) TIENDO_NOEXCEPT;

/**
 * Scores units by criteria from figures that are given, whatever they were taken from, and writes
 * the scores as JSON (`tiendo-scores/1`): points by criterion, total, class and place of each unit,
 * and how the quotas are kept.
 *
 * Figures (`tiendo-figures/1`, docs/schema/figures.schema.json) stand under the ids of the
 * criteria, as texts: exact decimals, or fractions such as "1/3"; a verdict where the criterion
 * scores verdicts; an object where the criterion has deductions. What is left out or null has not
 * been reported:
 *
 *     {"format": "tiendo-figures/1", "units": [
 *       {"unit": "xa-1", "figures": {"paid": "87.5", "goal": "met",
 *                                    "reports": {"value": "1/3", "deductions": ["2"]}}}]}
 *
 * @param context  receives what is wrong on failure; all findings of the first of the two texts
 * that is at fault stay in it
 * @param criteria the text of a file in the format tiendo-criteria/1
 * @param figures  the text of the figures
 * @param buffer   receives the text
 * @param capacity bytes of the buffer
 * @param length   receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE, TIENDO_E_RANGE, TIENDO_E_ENCODING,
 * TIENDO_E_UNSUPPORTED, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_criteria_score(tiendo_context* context, const char* criteria,
                                               const char* figures, char* buffer, int64_t capacity,
                                               int64_t* length) TIENDO_NOEXCEPT;

/**
 * Writes the methods of judging by id and version, with formulas and sources, and the thresholds
 * that come with the library, as the tool prints them; as JSON `tiendo-methods/1`.
 *
 * @param context  receives what is wrong on failure
 * @param options  the form and the language, or NULL for the defaults
 * @param buffer   receives the text
 * @param capacity bytes of the buffer
 * @param length   receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_RANGE, TIENDO_E_UNSUPPORTED,
 * TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_methods_write(tiendo_context* context,
                                              const tiendo_write_options* options, char* buffer,
                                              int64_t capacity, int64_t* length) TIENDO_NOEXCEPT;

/**
 * Judges a case by the method that it names: any of those that tiendo_methods_write() lists.
 *
 * A case (`tiendo-case/1`, docs/schema/case.schema.json) has numbers under the symbols of the list,
 * as texts: exact decimals, or fractions such as "1/3". It may name thresholds and scores that come
 * with the library, or hold tables of its own, and say policies. What the method has no use for is
 * refused:
 *
 *     {"format": "tiendo-case/1", "method": "ratio_to_target@1/direct",
 *      "numbers": {"v": "95", "T": {"value": "100", "period": "2026"}},
 *      "thresholds": "idb_crf@2016-2019"}
 *
 * The answer is JSON (`tiendo-assessment/1`): state, what decided, the exact value or the reason
 * why there is none, band, figures, and all that it was made from. A method that refuses the
 * numbers says so in the answer; the call succeeds.
 *
 * @param context  receives what is wrong on failure; all findings stay in it
 * @param judged   the text of a case
 * @param buffer   receives the text
 * @param capacity bytes of the buffer
 * @param length   receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE, TIENDO_E_RANGE, TIENDO_E_ENCODING,
 * TIENDO_E_UNSUPPORTED, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_method_assess(tiendo_context* context, const char* judged,
                                              char* buffer, int64_t capacity,
                                              int64_t* length) TIENDO_NOEXCEPT;

/**
 * @}
 * @defgroup c_work Work: how far projects and tasks are
 * @{
 */

/** What has been reported of the tasks, milestones and projects of a plan. */
typedef struct tiendo_tasks tiendo_tasks;

/** How far projects and tasks are, on a day; never changes. */
typedef struct tiendo_work tiendo_work;

/** What a row is about: one of TIENDO_WORK_KIND_. */
typedef int32_t tiendo_work_kind;

#define TIENDO_WORK_KIND_PROJECT 1        /**< a project */
#define TIENDO_WORK_KIND_QUANTITY 2       /**< a target of a project */
#define TIENDO_WORK_KIND_STAGE 3          /**< one stage of the work on a quantity */
#define TIENDO_WORK_KIND_POT 4            /**< capital of a project in one pot */
#define TIENDO_WORK_KIND_CAPITAL 5        /**< all pots of a project */
#define TIENDO_WORK_KIND_MILESTONE 6      /**< a milestone of a project */
#define TIENDO_WORK_KIND_TOTAL 7          /**< the projects of one assigner for one indicator */
#define TIENDO_WORK_KIND_STAGE_TOTAL 8    /**< one stage of the work on all of them */
#define TIENDO_WORK_KIND_POT_TOTAL 9      /**< the pots of one name of all projects */
#define TIENDO_WORK_KIND_CAPITAL_TOTAL 10 /**< all pots of all projects */
#define TIENDO_WORK_KIND_PROJECTS 11      /**< all projects, counted */
#define TIENDO_WORK_KIND_TASK_GROUP 12    /**< a task group: its tasks, counted */
#define TIENDO_WORK_KIND_TASK 13          /**< a task */
#define TIENDO_WORK_KIND_LEAD 14          /**< the tasks that one unit leads, counted */
#define TIENDO_WORK_KIND_TASKS 15         /**< all tasks, counted */

/** How far it is, as reported: one of TIENDO_WORK_STATE_. */
typedef int32_t tiendo_work_state;

#define TIENDO_WORK_STATE_NONE 0        /**< nothing has been said of it */
#define TIENDO_WORK_STATE_NOT_STARTED 1 /**< not started */
#define TIENDO_WORK_STATE_IN_PROGRESS 2 /**< in progress */
#define TIENDO_WORK_STATE_DONE 3        /**< done */
#define TIENDO_WORK_STATE_CANCELLED 4   /**< no longer to be done */

/** How it stands to its last day: one of TIENDO_WORK_STANDING_. */
typedef int32_t tiendo_work_standing;

#define TIENDO_WORK_STANDING_NONE 0                 /**< not known: see the reason */
#define TIENDO_WORK_STANDING_OPEN 1                 /**< not done; its last day has not passed */
#define TIENDO_WORK_STANDING_DONE_IN_TIME 2         /**< done on its last day or before */
#define TIENDO_WORK_STANDING_DONE_LATE 3            /**< done after its last day */
#define TIENDO_WORK_STANDING_DONE 4                 /**< done; whether in time is not known */
#define TIENDO_WORK_STANDING_OVERDUE 5              /**< not done, and its last day has passed */
#define TIENDO_WORK_STANDING_OVERDUE_BEYOND_LIMIT 6 /**< for longer than the project's limit */
#define TIENDO_WORK_STANDING_CANCELLED 7            /**< no longer to be done */

/** A figure of a row: one of TIENDO_WORK_FIELD_. */
typedef int32_t tiendo_work_field;

#define TIENDO_WORK_FIELD_PLANNED 1   /**< the target, or the capital planned */
#define TIENDO_WORK_FIELD_REACHED 2   /**< to date; of a capital, what has been paid */
#define TIENDO_WORK_FIELD_RATE 3      /**< percent: 100 reached / planned */
#define TIENDO_WORK_FIELD_REMAINING 4 /**< what is required less reached */
#define TIENDO_WORK_FIELD_ELAPSED 5   /**< percent of the days of the schedule that are over */
#define TIENDO_WORK_FIELD_WEIGHT 6    /**< percent of the work that a milestone is */
#define TIENDO_WORK_FIELD_DONE 7      /**< percent of the work, or of the tasks, that is done */
#define TIENDO_WORK_FIELD_DUE 8       /**< percent whose last day has come */
#define TIENDO_WORK_FIELD_DEVIATION 9 /**< percentage points: done less due */
#define TIENDO_WORK_FIELD_ON_TIME 10  /**< percent of the tasks due that were done by then */

/** A text of a row: one of TIENDO_WORK_TEXT_. What a row does not have is the empty text. */
typedef int32_t tiendo_work_text;

#define TIENDO_WORK_TEXT_PROJECT 1          /**< id of the project */
#define TIENDO_WORK_TEXT_PROJECT_NAME 2     /**< its name */
#define TIENDO_WORK_TEXT_INDICATOR 3        /**< id of the indicator */
#define TIENDO_WORK_TEXT_INDICATOR_NAME 4   /**< its name */
#define TIENDO_WORK_TEXT_MEASURE 5          /**< id of its measure */
#define TIENDO_WORK_TEXT_MEASURE_NAME 6     /**< the name of the measure */
#define TIENDO_WORK_TEXT_UNIT 7             /**< id of the unit */
#define TIENDO_WORK_TEXT_UNIT_NAME 8        /**< its name */
#define TIENDO_WORK_TEXT_ASSIGNER 9         /**< id of the unit that set the target */
#define TIENDO_WORK_TEXT_ASSIGNER_NAME 10   /**< its name */
#define TIENDO_WORK_TEXT_TASK_GROUP 11      /**< id of the task group */
#define TIENDO_WORK_TEXT_TASK_GROUP_NAME 12 /**< its name */
#define TIENDO_WORK_TEXT_LEAD 13            /**< id of the unit that leads */
#define TIENDO_WORK_TEXT_LEAD_NAME 14       /**< its name */
#define TIENDO_WORK_TEXT_PART 15            /**< name of stage or pot, id of milestone or task */
#define TIENDO_WORK_TEXT_PART_NAME 16       /**< name of the milestone or task, else the part */
#define TIENDO_WORK_TEXT_PERIOD 17          /**< the period: "2024" */
#define TIENDO_WORK_TEXT_CONDITION 18       /**< name of the wording of the target: "at_least" */
#define TIENDO_WORK_TEXT_CONDITION_VALUE 19 /**< its number, plain */
#define TIENDO_WORK_TEXT_CONDITION_UPPER 20 /**< the upper end of a range, plain */
#define TIENDO_WORK_TEXT_CONDITION_TOLERANCE 21 /**< the tolerance of "about", plain */
#define TIENDO_WORK_TEXT_WORDING 22        /**< the whole condition, in the language: "≥ 4,5" */
#define TIENDO_WORK_TEXT_THEN 23           /**< of a change, what must hold as well: "at_least" */
#define TIENDO_WORK_TEXT_THEN_VALUE 24     /**< its number, plain */
#define TIENDO_WORK_TEXT_THEN_UPPER 25     /**< the upper end of a range, plain */
#define TIENDO_WORK_TEXT_THEN_TOLERANCE 26 /**< the tolerance of "about", plain */

/** A row, but for its texts and figures. Counts are of milestones, projects, pots or tasks. */
typedef struct tiendo_work_info {
  uint32_t struct_size;          /**< sizeof(tiendo_work_info) */
  tiendo_work_kind kind;         /**< what it is about */
  tiendo_work_state state;       /**< how far it is */
  tiendo_work_standing standing; /**< how it stands to its last day */
  int32_t reason;                /**< code: why there is no standing, or no whole figure; or 0 */
  tiendo_schedule schedule;      /**< the work of a project against its milestones' last days */
  tiendo_verdict verdict;        /**< of a quantity, as in a report */
  int32_t verdict_reason;        /**< code: why there is none, or 0 */
  int32_t coverage_of;           /**< what is counted: one of TIENDO_COVERAGE_ */
  int32_t coverage_reported;     /**< how many were reported */
  int32_t coverage_expected;     /**< of how many */
  int32_t has_reported_to;       /**< whether the next member says something */
  int32_t reported_to;           /**< last day that the reports cover */
  int32_t has_start;             /**< whether the next member says something */
  int32_t start;                 /**< first day of the work */
  int32_t has_finish;            /**< whether the next member says something */
  int32_t finish;                /**< last day on which it is done in time */
  int32_t has_done_on;           /**< whether the next member says something */
  int32_t done_on;               /**< day on which it was done */
  int32_t is_late;               /**< whether the next two members say something */
  int32_t days_late;             /**< days after the last day */
  int32_t months_late;           /**< whole calendar months after the last day */
  int32_t has_limit_months;      /**< whether the next member says something */
  int32_t limit_months;          /**< months after which a project is late beyond the limit */
  int32_t parts;                 /**< how many there are */
  int32_t reported;              /**< whose standing is known */
  int32_t done;                  /**< in time, late, or not known which */
  int32_t done_in_time;          /**< a part of `done` */
  int32_t done_late;             /**< a part of `done` */
  int32_t open;                  /**< not done, and not overdue */
  int32_t overdue;               /**< beyond the limit or not */
  int32_t overdue_beyond_limit;  /**< a part of `overdue` */
  int32_t cancelled;             /**< no longer to be done */
  int32_t due;                   /**< whose last day has come */
  int32_t due_done_in_time;      /**< of these, done by then */
  tiendo_condition condition;    /**< the wording of the target */
  tiendo_change_in condition_in; /**< what the number of a rise or a fall is in */
  int32_t has_finality;          /**< 0: nothing is reported */
  tiendo_finality finality;      /**< of the reports that count, the least final */
  tiendo_qualifier qualifier;    /**< as printed; of several reports `about` unless all are exact */
} tiendo_work_info;

/**
 * A report of a task (task_group and task), of a milestone (project and milestone) or of a project
 * as a whole (project alone). Texts that are NULL or empty are absent.
 */
typedef struct tiendo_task_report {
  uint32_t struct_size;     /**< sizeof(tiendo_task_report) */
  tiendo_work_state state;  /**< how far it is; TIENDO_WORK_STATE_NONE is refused */
  tiendo_finality finality; /**< how final it is */
  tiendo_numbers numbers;   /**< how the share is written */
  int32_t has_done_on;      /**< whether the next member says something */
  int32_t done_on;          /**< day on which it was done, not after the next one */
  int32_t recorded_on;      /**< the day on which this was recorded */
  int32_t revision;         /**< of two recorded on one day the later has the higher one */
  const char* task_group;   /**< id of the task group */
  const char* task;         /**< id of the task in it */
  const char* project;      /**< id of the project */
  const char* milestone;    /**< id of the milestone in it */
  const char* share;        /**< the part of 1 that is done: "0.5"; of what is in progress */
  const char* source;       /**< where it was reported; kept */
  const char* note;         /**< kept */
} tiendo_task_report;

/** A report of a log of tasks, without its texts. */
typedef struct tiendo_task_row {
  uint32_t struct_size;     /**< sizeof(tiendo_task_row), set by the caller */
  tiendo_work_state state;  /**< how far it is; never TIENDO_WORK_STATE_NONE */
  tiendo_finality finality; /**< how final it is */
  int32_t has_done_on;      /**< whether the next member says something */
  int32_t done_on;          /**< day on which it was done */
  int32_t recorded_on;      /**< the day on which this was recorded */
  int32_t revision;         /**< of two recorded on one day the later has the higher one */
} tiendo_task_row;

/** A text of such a report: one of TIENDO_TASK_TEXT_. What it does not have is empty. */
typedef int32_t tiendo_task_text;

#define TIENDO_TASK_TEXT_TASK_GROUP 1 /**< id of the task group */
#define TIENDO_TASK_TEXT_TASK 2       /**< id of the task */
#define TIENDO_TASK_TEXT_PROJECT 3    /**< id of the project */
#define TIENDO_TASK_TEXT_MILESTONE 4  /**< id of the milestone */
#define TIENDO_TASK_TEXT_SHARE 5      /**< the part of 1 that is done, plain; "1" of what is done */
#define TIENDO_TASK_TEXT_SOURCE 6     /**< where it was reported */
#define TIENDO_TASK_TEXT_NOTE 7       /**< the note */

/**
 * Makes an empty log of reports of tasks, milestones and projects.
 *
 * @param context receives what is wrong on failure
 * @param plan    the plan; may be ended while the log lives
 * @param tasks   receives the log, to be ended by tiendo_tasks_destroy(); NULL on failure
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_tasks_create(tiendo_context* context, const tiendo_plan* plan,
                                             tiendo_tasks** tasks) TIENDO_NOEXCEPT;

/**
 * Reads a table of such reports (CSV) and appends all rows, or none when one is faulty. All
 * findings stay in the context. May be called again, for several tables.
 *
 * @param context receives the findings, and the first error as its record
 * @param tasks   the log
 * @param text    the text
 * @param length  its bytes, or TIENDO_NTS
 * @param name    the name of the file in the findings; NULL for none
 * @param numbers how the shares of the table are written
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE, TIENDO_E_RANGE, TIENDO_E_ENCODING,
 * TIENDO_E_UNSUPPORTED or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_tasks_read(tiendo_context* context, tiendo_tasks* tasks,
                                           const char* text, int64_t length, const char* name,
                                           tiendo_numbers numbers) TIENDO_NOEXCEPT;

/**
 * Reads a table of such reports from a file, as tiendo_tasks_read() does.
 *
 * @param context receives the findings, and the first error as its record
 * @param tasks   the log
 * @param path    the file
 * @param numbers how the shares of the table are written
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_FILE, TIENDO_E_PARSE, TIENDO_E_RANGE,
 * TIENDO_E_ENCODING, TIENDO_E_UNSUPPORTED or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_tasks_read_file(tiendo_context* context, tiendo_tasks* tasks,
                                                const char* path,
                                                tiendo_numbers numbers) TIENDO_NOEXCEPT;

/**
 * Appends one report. For many, tiendo_tasks_read() is faster.
 *
 * @param context receives what is wrong on failure; on TIENDO_E_PARSE the code names the rule
 * @param tasks   the log; unchanged on failure
 * @param report  the report
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE, TIENDO_E_RANGE, TIENDO_E_ENCODING,
 * TIENDO_E_UNSUPPORTED or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_tasks_append(tiendo_context* context, tiendo_tasks* tasks,
                                             const tiendo_task_report* report) TIENDO_NOEXCEPT;

/**
 * Reads a report, in the order in which they were appended.
 *
 * @param context receives what is wrong on failure
 * @param tasks   the log
 * @param index   which one, from 0
 * @param row     receives it; untouched on failure
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_tasks_row(tiendo_context* context, const tiendo_tasks* tasks,
                                          int64_t index, tiendo_task_row* row) TIENDO_NOEXCEPT;

/**
 * Writes a text or the share of a report.
 *
 * @param context  receives what is wrong on failure
 * @param tasks    the log
 * @param index    which report, from 0
 * @param text     which text: one of TIENDO_TASK_TEXT_
 * @param buffer   receives the text
 * @param capacity bytes of the buffer
 * @param length   receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_tasks_row_text(tiendo_context* context, const tiendo_tasks* tasks,
                                               int64_t index, tiendo_task_text text, char* buffer,
                                               int64_t capacity, int64_t* length) TIENDO_NOEXCEPT;

/**
 * Counts the reports of a log.
 *
 * @param context receives what is wrong on failure
 * @param tasks   the log
 * @param count   receives how many there are
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_tasks_count(tiendo_context* context, const tiendo_tasks* tasks,
                                            int64_t* count) TIENDO_NOEXCEPT;

/**
 * Ends a log of tasks. Work reports that were made of it keep what they need.
 *
 * @param tasks the log, or NULL
 * @since 0.1
 */
TIENDO_API void tiendo_tasks_destroy(tiendo_tasks* tasks) TIENDO_NOEXCEPT;

/**
 * Says how far projects and tasks are. The logs may be appended to afterwards.
 *
 * @param context      receives what is wrong on failure
 * @param observations what has been reported of indicators
 * @param tasks        what has been reported of tasks, milestones and projects, for a plan read
 *                     into the same handle; NULL: nothing
 * @param request      what is asked
 * @param work         receives the answer, to be ended by tiendo_work_destroy(); NULL on failure
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_RANGE, TIENDO_E_UNSUPPORTED, TIENDO_E_CANCELLED
 * or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_work_create(tiendo_context* context,
                                            const tiendo_observations* observations,
                                            const tiendo_tasks* tasks,
                                            const tiendo_request* request,
                                            tiendo_work** work) TIENDO_NOEXCEPT;

/**
 * Ends a work report.
 *
 * @param work the work report, or NULL
 * @since 0.1
 */
TIENDO_API void tiendo_work_destroy(tiendo_work* work) TIENDO_NOEXCEPT;

/**
 * Counts its rows.
 *
 * @param context receives what is wrong on failure
 * @param work    the work report
 * @param count   receives how many there are
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_work_row_count(tiendo_context* context, const tiendo_work* work,
                                               int64_t* count) TIENDO_NOEXCEPT;

/**
 * Reads a row, but for its texts and figures.
 *
 * @param context receives what is wrong on failure
 * @param work    the work report
 * @param index   which row, from 0
 * @param info    receives the row
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_work_row(tiendo_context* context, const tiendo_work* work,
                                         int64_t index, tiendo_work_info* info) TIENDO_NOEXCEPT;

/**
 * Reads a text of a row.
 *
 * @param context  receives what is wrong on failure
 * @param work     the work report
 * @param row      which row, from 0
 * @param text     which text: one of TIENDO_WORK_TEXT_
 * @param language of names and wordings; other texts do not depend on it
 * @param buffer   receives the text
 * @param capacity bytes of the buffer
 * @param length   receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_work_row_text(tiendo_context* context, const tiendo_work* work,
                                              int64_t row, tiendo_work_text text,
                                              tiendo_language language, char* buffer,
                                              int64_t capacity, int64_t* length) TIENDO_NOEXCEPT;

/**
 * Says whether a figure is there, and if not, why.
 *
 * @param context receives what is wrong on failure
 * @param work    the work report
 * @param row     which row, from 0
 * @param field   which figure: one of TIENDO_WORK_FIELD_
 * @param reason  receives 0 if there is a figure, else the code of the reason
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_work_figure_reason(tiendo_context* context, const tiendo_work* work,
                                                   int64_t row, tiendo_work_field field,
                                                   int32_t* reason) TIENDO_NOEXCEPT;

/**
 * Writes an exact figure as a fraction in lowest terms.
 *
 * @param context  receives what is wrong on failure; on TIENDO_E_NO_VALUE the reason
 * @param work     the work report
 * @param row      which row, from 0
 * @param field    which figure: one of TIENDO_WORK_FIELD_
 * @param buffer   receives the text
 * @param capacity bytes of the buffer
 * @param length   receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_NO_VALUE, TIENDO_E_SMALL_BUFFER or a status
 * of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_work_figure_exact(tiendo_context* context, const tiendo_work* work,
                                                  int64_t row, tiendo_work_field field,
                                                  char* buffer, int64_t capacity,
                                                  int64_t* length) TIENDO_NOEXCEPT;

/**
 * Writes a figure of any size, rounded once from the exact fraction.
 *
 * @param context  receives what is wrong on failure; on TIENDO_E_NO_VALUE the reason
 * @param work     the work report
 * @param row      which row, from 0
 * @param field    which figure: one of TIENDO_WORK_FIELD_
 * @param digits   digits after the point, 0 to 100, or TIENDO_DIGITS_OWN
 * @param rounding how to drop digits: one of TIENDO_ROUND_
 * @param numbers  how to write it
 * @param buffer   receives the text
 * @param capacity bytes of the buffer
 * @param length   receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_NO_VALUE, TIENDO_E_RANGE,
 * TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_work_figure_text(tiendo_context* context, const tiendo_work* work,
                                                 int64_t row, tiendo_work_field field,
                                                 int32_t digits, tiendo_rounding rounding,
                                                 tiendo_numbers numbers, char* buffer,
                                                 int64_t capacity, int64_t* length) TIENDO_NOEXCEPT;

/** A text of a kind of number of earned value: one of TIENDO_EARNED_. */
typedef int32_t tiendo_earned_text;

#define TIENDO_EARNED_NAME 1    /**< the name: "EAC_planned" */
#define TIENDO_EARNED_IN 2      /**< what it is in: "measure", "percent", "index" or "time" */
#define TIENDO_EARNED_FORMULA 3 /**< over the names of others: "AC + BAC - EV"; empty for none */
#define TIENDO_EARNED_WORDS 4   /**< what the formula does not say; empty where it says all */

/**
 * Reads a text of a kind of number of earned value: work, time and money of a project in one
 * measure. Each kind comes after those that it is made of.
 *
 * @param context  receives what is wrong on failure
 * @param index    which kind, from 0; the texts of one that there is not are empty, also its name
 * @param text     which text: one of TIENDO_EARNED_
 * @param buffer   receives the text
 * @param capacity bytes of the buffer
 * @param length   receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_earned_kind_text(tiendo_context* context, int64_t index,
                                                 tiendo_earned_text text, char* buffer,
                                                 int64_t capacity, int64_t* length) TIENDO_NOEXCEPT;

/**
 * Writes an exact number of earned value of a project as a fraction in lowest terms; rounded it is
 * by tiendo_fraction_round(). Rows of projects have such numbers where the project has weights of
 * milestones and capital; other rows have none (no_such_figure).
 *
 * @param context  receives what is wrong on failure; on TIENDO_E_NO_VALUE the reason
 * @param work     the work report
 * @param row      which row, from 0
 * @param name     which number: a name that tiendo_earned_kind_text() gives, as "CPI"
 * @param buffer   receives the text
 * @param capacity bytes of the buffer
 * @param length   receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_NO_VALUE, TIENDO_E_SMALL_BUFFER or a status
 * of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_work_earned_exact(tiendo_context* context, const tiendo_work* work,
                                                  int64_t row, const char* name, char* buffer,
                                                  int64_t capacity,
                                                  int64_t* length) TIENDO_NOEXCEPT;

/**
 * Writes what a number of earned value of a project is in: the id of the measure of its capital,
 * "percent", "index", and of a time "days" or "months".
 *
 * @param context  receives what is wrong on failure
 * @param work     the work report
 * @param row      which row, from 0
 * @param name     which number, as for tiendo_work_earned_exact()
 * @param buffer   receives the text; the empty one for a row without such numbers, and for a time
 *                 of a project without a schedule
 * @param capacity bytes of the buffer
 * @param length   receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_work_earned_measure(tiendo_context* context,
                                                    const tiendo_work* work, int64_t row,
                                                    const char* name, char* buffer,
                                                    int64_t capacity,
                                                    int64_t* length) TIENDO_NOEXCEPT;

/**
 * Writes one exact number of earned value of all rows, one behind the other: the buffers of Arrow's
 * large_utf8. A row without the number has the empty text.
 *
 * @param context  receives what is wrong on failure
 * @param work     the work report
 * @param name     which number, as for tiendo_work_earned_exact()
 * @param rows     how many rows the reasons and the offsets have room for, besides the last offset;
 *                 at least the rows of the work report
 * @param reasons  receives for each row 0 if there is a number, else the code of the reason
 * @param offsets  receives an offset for each row, and one more; untouched when a buffer is too
 *                 small
 * @param buffer   receives the texts
 * @param capacity bytes of the buffer
 * @param length   receives the length of all texts
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_SMALL_BUFFER, also when there are more rows
 * than `rows`, which sets nothing, or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_work_earned_column(tiendo_context* context, const tiendo_work* work,
                                                   const char* name, int64_t rows, int32_t* reasons,
                                                   int64_t* offsets, char* buffer, int64_t capacity,
                                                   int64_t* length) TIENDO_NOEXCEPT;

/**
 * Writes the whole work report, as the tool prints it.
 *
 * @param context  receives what is wrong on failure
 * @param work     the work report
 * @param options  how, or NULL for the defaults
 * @param buffer   receives the text
 * @param capacity bytes of the buffer
 * @param length   receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_RANGE, TIENDO_E_UNSUPPORTED,
 * TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_work_write(tiendo_context* context, const tiendo_work* work,
                                           const tiendo_write_options* options, char* buffer,
                                           int64_t capacity, int64_t* length) TIENDO_NOEXCEPT;

/**
 * Writes how a row came about: the reports that count, those that do not and why, the rows that it
 * is made of, every formula with its numbers, the exact result and the rounding.
 *
 * @param context      receives what is wrong on failure
 * @param work         the work report
 * @param observations those that it was made from, to which nothing was added since
 * @param tasks        the same, or NULL where it was made without
 * @param row          which row, from 0
 * @param language     of the text
 * @param digits       digits after the point, 0 to 100, or TIENDO_DIGITS_OWN
 * @param rounding     how to drop digits: one of TIENDO_ROUND_
 * @param buffer       receives the text
 * @param capacity     bytes of the buffer
 * @param length       receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG (also for other observations or tasks, or more of them),
 * TIENDO_E_RANGE, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_work_explain(tiendo_context* context, const tiendo_work* work,
                                             const tiendo_observations* observations,
                                             const tiendo_tasks* tasks, int64_t row,
                                             tiendo_language language, int32_t digits,
                                             tiendo_rounding rounding, char* buffer,
                                             int64_t capacity, int64_t* length) TIENDO_NOEXCEPT;

/**
 * Writes how a row came about as JSON (`tiendo-work-trace/1`): everything that
 * tiendo_work_explain() says, with labels in both languages, and all that is needed to compute each
 * figure and count again. The guide to the formats and docs/schema/work-trace.schema.json say what
 * the keys mean.
 *
 * @param context      receives what is wrong on failure
 * @param work         the work report
 * @param observations those that it was made from, to which nothing was added since
 * @param tasks        the same, or NULL where it was made without
 * @param row          which row, from 0; -1 for all rows in one text
 * @param digits       digits after the point of what is printed, 0 to 100, or TIENDO_DIGITS_OWN
 * @param rounding     how to drop digits: one of TIENDO_ROUND_
 * @param buffer       receives the text
 * @param capacity     bytes of the buffer
 * @param length       receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG (also for other observations or tasks, or more of them),
 * TIENDO_E_RANGE, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_work_trace(tiendo_context* context, const tiendo_work* work,
                                           const tiendo_observations* observations,
                                           const tiendo_tasks* tasks, int64_t row, int32_t digits,
                                           tiendo_rounding rounding, char* buffer, int64_t capacity,
                                           int64_t* length) TIENDO_NOEXCEPT;

/**
 * @}
 * @defgroup c_figures Published figures: whether they follow from their numbers
 * @{
 */

/** How a table of published figures is read and written; all zero for the defaults. */
typedef struct tiendo_verify_options {
  uint32_t struct_size;     /**< sizeof(tiendo_verify_options) */
  tiendo_numbers numbers;   /**< how the table writes numbers */
  tiendo_format format;     /**< TIENDO_FORMAT_MARKDOWN is written as text */
  tiendo_language language; /**< of the text */
  int32_t leave_out_faulty; /**< 1: what is good is written; 0: only a table without a fault */
} tiendo_verify_options;

/**
 * Checks a table of published figures (CSV, see the guide to the formats) and writes what was found
 * out about each, as the tool does. Where a row is faulty nothing is written; all findings stay in
 * the context.
 *
 * @param context      receives the findings, and the first error as its record
 * @param table        the table
 * @param table_length its bytes, or TIENDO_NTS
 * @param name         the name of the file in the findings; NULL for none
 * @param numbers      how the table writes numbers
 * @param format       one of TIENDO_FORMAT_; TIENDO_FORMAT_MARKDOWN is written as text
 * @param language     of the text
 * @param buffer       receives the text
 * @param capacity     bytes of the buffer
 * @param length       receives the length of the text
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_PARSE, TIENDO_E_RANGE, TIENDO_E_ENCODING,
 * TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_figures_verify(tiendo_context* context, const char* table,
                                               int64_t table_length, const char* name,
                                               tiendo_numbers numbers, tiendo_format format,
                                               tiendo_language language, char* buffer,
                                               int64_t capacity, int64_t* length) TIENDO_NOEXCEPT;

/**
 * As tiendo_figures_verify(), of which it is the whole: faulty rows may be left out. Then all good
 * rows are written that stand before the end of the reading, which is also what is no CSV or no
 * UTF-8, or the hundredth finding; where none is good nothing is.
 *
 * @param context      receives the findings, and the first error as its record
 * @param table        the table
 * @param table_length its bytes, or TIENDO_NTS
 * @param name         the name of the file in the findings; NULL for none
 * @param options      how, or NULL for the defaults
 * @param buffer       receives the text
 * @param capacity     bytes of the buffer
 * @param length       receives the length of the text
 * @return TIENDO_OK, TIENDO_E_ROWS where a part is left out and the findings say which,
 * TIENDO_E_INVALID_ARG, TIENDO_E_PARSE, TIENDO_E_RANGE, TIENDO_E_ENCODING, TIENDO_E_UNSUPPORTED,
 * TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_figures_verify_with(tiendo_context* context, const char* table,
                                                    int64_t table_length, const char* name,
                                                    const tiendo_verify_options* options,
                                                    char* buffer, int64_t capacity,
                                                    int64_t* length) TIENDO_NOEXCEPT;

/**
 * As tiendo_figures_verify_with(), from a file, of which a block is in memory at a time.
 *
 * @param context  receives the findings, and the first error as its record
 * @param path     the file
 * @param options  how, or NULL for the defaults
 * @param buffer   receives the text
 * @param capacity bytes of the buffer
 * @param length   receives the length of the text
 * @return TIENDO_OK, TIENDO_E_ROWS where a part is left out and the findings say which,
 * TIENDO_E_INVALID_ARG, TIENDO_E_FILE, TIENDO_E_PARSE, TIENDO_E_RANGE, TIENDO_E_ENCODING,
 * TIENDO_E_UNSUPPORTED, TIENDO_E_SMALL_BUFFER or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_figures_verify_file(tiendo_context* context, const char* path,
                                                    const tiendo_verify_options* options,
                                                    char* buffer, int64_t capacity,
                                                    int64_t* length) TIENDO_NOEXCEPT;

/**
 * Takes a text: see tiendo_figures_verify_from().
 *
 * @param user   what was given with it
 * @param text   the text, which ends at a zero byte and lives as long as the call of the function
 * @param length its bytes without that
 */
typedef void (*tiendo_take)(void* user, const char* text, int64_t length);

/**
 * As tiendo_figures_verify_with(), from wherever a function has the table, of which a block is in
 * memory at a time. A source gives its bytes once, so what was found out does not go into a buffer,
 * which might be too small, but to a function: once, when all is read and there is something to be
 * written. Both are called in the thread of the call, and may not use the context (TIENDO_E_BUSY).
 *
 * @param context receives the findings, and the first error as its record
 * @param source  gives the bytes of the table
 * @param take    takes the text; not called on failure, TIENDO_E_ROWS excepted
 * @param user    is given to both
 * @param name    the name of the table in the findings; NULL for none
 * @param options how, or NULL for the defaults
 * @return TIENDO_OK, TIENDO_E_ROWS where a part is left out and the findings say which,
 * TIENDO_E_INVALID_ARG, TIENDO_E_FILE with the code file_unreadable when the source fails,
 * TIENDO_E_PARSE, TIENDO_E_RANGE, TIENDO_E_ENCODING, TIENDO_E_UNSUPPORTED or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_figures_verify_from(
    tiendo_context* context, tiendo_read source, tiendo_take take, void* user, const char* name,
    const tiendo_verify_options* options) TIENDO_NOEXCEPT;

/**
 * Finds the plans above zero that are multiples of a step and of which an actual is a rate as
 * printed: 182 that is 21.3 % over plan leaves one whole number, 150.
 *
 * @param context        receives what is wrong on failure
 * @param actual         the actual, not below zero
 * @param actual_rounded not 0: it was rounded to its digits; 0: it was counted
 * @param rate           100 * actual / plan in percent, with the digits that were printed
 * @param is_excess      not 0: the rate is how much that is above 100
 * @param rounding       how they were rounded: one of TIENDO_ROUND_; TIENDO_ROUND_UNKNOWN: to the
 *                       nearest, both ties included
 * @param step           above zero: 1 for whole numbers
 * @param plans          receives the smallest of them, in order; may be NULL with a capacity of 0
 * @param capacity       how many there is room for; those that are too many are only counted
 * @param listed         receives how many were put there
 * @param count          receives how many there are
 * @param has_count      receives 1, or 0 where there is no end to them since the rate may be zero;
 *                       then the count is 0
 * @return TIENDO_OK, TIENDO_E_INVALID_ARG, TIENDO_E_RANGE, also for a step or an actual that is out
 * of its range, or a status of rule 2
 * @since 0.1
 */
TIENDO_API tiendo_status tiendo_fitting_plans(tiendo_context* context, const tiendo_decimal* actual,
                                              int32_t actual_rounded, const tiendo_decimal* rate,
                                              int32_t is_excess, tiendo_rounding rounding,
                                              const tiendo_decimal* step, tiendo_decimal* plans,
                                              int64_t capacity, int64_t* listed,
                                              tiendo_decimal* count,
                                              int32_t* has_count) TIENDO_NOEXCEPT;

/** @} */

#ifdef __cplusplus
} /* extern "C" */
#endif

#endif /* TIENDO_H */
