package dev.convene.gateway.servers;

/** What the tests of one run share. */
public final class Servers {

  private static final class Started {
    static final Database DATABASE = Database.started();
    static final Broker BROKER = Broker.started();
    static final Gateway GATEWAY = Gateway.started(DATABASE, BROKER.address());
  }

  private Servers() {}

  public static Database database() {
    return Started.DATABASE;
  }

  public static Broker broker() {
    return Started.BROKER;
  }

  public static Gateway gateway() {
    return Started.GATEWAY;
  }
}
