// Tested by tests/capi/column_test.c.
