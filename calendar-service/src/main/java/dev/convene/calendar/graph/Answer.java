package dev.convene.calendar.graph;

/** What a call to Graph came to. */
sealed interface Answer<T> {

  record Got<T>(T value) implements Answer<T> {}

  record Failed<T>(Failure failure) implements Answer<T> {}
}
