package dev.convene.architecture.planted.gateway;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

class InjectsIntoFields {

  @Autowired @Nullable Runnable work;

  @Value("${some.setting}")
  @Nullable String setting;
}
