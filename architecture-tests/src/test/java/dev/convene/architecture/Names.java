package dev.convene.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;

/** What things are called, and what they are. */
final class Names {

  private Names() {}

  static ArchRule sayWhatAClassIs(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .haveNameMatching(".*(Impl|Utils?|Helper|Manager|DTO|Dto)(\\$.*)?")
        .because("such a name fits any class, so it tells nothing of this one");
  }

  static ArchRule messagesAreRecords(String root) {
    return messages(root)
        .should()
        .beRecords()
        .because("a message is its fields, and is checked where it is made");
  }

  static ArchRule messagesAreNotCalledEvent(String root) {
    return messages(root)
        .should()
        .haveSimpleNameNotEndingWith("Event")
        .andShould()
        .haveSimpleNameNotEndingWith("Command")
        .because("events are facts in the past tense, commands imperatives");
  }

  private static GivenClassesConjunction messages(String root) {
    return classes()
        .that()
        .areAssignableTo(root + ".contracts.MeetingMessage")
        .and()
        .areNotInterfaces();
  }
}
