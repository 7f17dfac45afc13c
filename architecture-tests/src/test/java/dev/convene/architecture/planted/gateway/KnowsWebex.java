package dev.convene.architecture.planted.gateway;

import dev.convene.architecture.planted.webex.Rooms;

record KnowsWebex(Rooms rooms) {}
