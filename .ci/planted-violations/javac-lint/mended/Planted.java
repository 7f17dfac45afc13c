package dev.convene.planted;

import java.util.List;

final class Planted {
  int size(List<?> list) {
    return list.size();
  }
}
