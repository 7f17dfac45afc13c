package dev.convene.calendar;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the calendar service. */
@SpringBootApplication
public class CalendarApplication {

  /** Starts the service. */
  public static void main(String[] args) {
    SpringApplication.run(CalendarApplication.class, args);
  }
}
