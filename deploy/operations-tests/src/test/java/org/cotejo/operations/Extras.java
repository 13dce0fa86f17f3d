package org.cotejo.operations;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** Models keep fields that they do not know in a map; this empties these maps. */
final class Extras {
  private Extras() {}

  /** Empties {@code additionalProperties} of a model and of everything in it. */
  static void remove(Object model) {
    remove(model, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static void remove(Object value, Set<Object> seen) {
    if (value == null || !seen.add(value)) {
      return;
    }
    switch (value) {
      case Collection<?> many -> many.forEach(one -> remove(one, seen));
      case Map<?, ?> map -> map.values().forEach(one -> remove(one, seen));
      default -> {
        if (isModel(value.getClass())) {
          fields(value, seen);
        }
      }
    }
  }

  private static boolean isModel(Class<?> type) {
    return !type.isEnum()
        && (type.getName().startsWith("io.fabric8.") || type.getName().startsWith("io.strimzi."));
  }

  private static void fields(Object model, Set<Object> seen) {
    for (Class<?> type = model.getClass(); isModel(type); type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          field(model, field, seen);
        }
      }
    }
  }

  private static void field(Object model, Field field, Set<Object> seen) {
    try {
      field.setAccessible(true);
      Object value = field.get(model);
      if (field.getName().equals("additionalProperties") && value instanceof Map<?, ?> extras) {
        extras.clear();
      } else {
        remove(value, seen);
      }
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
