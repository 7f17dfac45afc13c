package dev.convene.architecture.planted.webex;

import dev.convene.architecture.planted.simulators.Fakes;

record KnowsTheSimulator(Fakes fakes) {}
