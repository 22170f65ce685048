"""Pure functions of records: no Qt, no matplotlib, no SQL, no clock. "Today" is always an argument."""
