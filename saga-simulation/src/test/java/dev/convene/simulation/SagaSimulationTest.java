package dev.convene.simulation;

import org.junit.jupiter.api.Test;

class SagaSimulationTest {

  @Test
  void everyHistoryKeepsItsPromises() throws Exception {
    System.out.println("CLASSPATH " + System.getProperty("java.class.path"));
    Explore.main("0", "300");
  }
}
