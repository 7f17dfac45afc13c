package dev.convene.architecture.planted.gateway;

import com.microsoft.graph.models.Event;

record CallsGraph(Event event) {}
