package dev.convene.architecture.planted.calendar;

import java.util.Date;

// The rule that is shown to fail is about this very class.
@SuppressWarnings("JavaUtilDate")
record KeepsADate(Date date) {}
