package dev.convene.architecture.planted.calendar;

import dev.convene.architecture.planted.simulators.Fakes;

record KnowsTheSimulator(Fakes fakes) {}
