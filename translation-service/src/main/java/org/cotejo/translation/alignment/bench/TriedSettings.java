package org.cotejo.translation.alignment.bench;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cotejo.translation.alignment.AlignmentSettings;

/** Settings of the aligner that a bench tries beside the standard ones. */
public final class TriedSettings {
  private TriedSettings() {}

  /**
   * All combinations by their names, the standard settings first.
   *
   * @param tried settings, each given as {@code name=value,value...}
   */
  public static Map<String, AlignmentSettings> combinations(List<String> tried) {
    Map<String, AlignmentSettings> combinations = new LinkedHashMap<>();
    combinations.put("standard", AlignmentSettings.standard());
    for (String axis : tried) {
      String name = axis.substring(0, axis.indexOf('='));
      Map<String, AlignmentSettings> more = new LinkedHashMap<>();
      combinations.forEach(
          (label, settings) -> {
            more.put(label, settings);
            for (String value : axis.substring(name.length() + 1).split(",", -1)) {
              String step = name + "=" + value;
              more.put(
                  label.equals("standard") ? step : label + " " + step,
                  with(settings, name, Double.parseDouble(value)));
            }
          });
      combinations.clear();
      combinations.putAll(more);
    }
    return combinations;
  }

  private static AlignmentSettings with(AlignmentSettings settings, String name, double value) {
    try {
      List<Object> values = new ArrayList<>();
      List<Class<?>> types = new ArrayList<>();
      boolean found = false;
      for (RecordComponent component : AlignmentSettings.class.getRecordComponents()) {
        boolean wantedHere = component.getName().equals(name);
        found |= wantedHere;
        Object present = component.getAccessor().invoke(settings);
        Object wanted = component.getType() == int.class ? (Object) (int) value : (Object) value;
        values.add(wantedHere ? wanted : present);
        types.add(component.getType());
      }
      if (!found) {
        throw new IllegalArgumentException("there is no setting " + name);
      }
      return AlignmentSettings.class
          .getDeclaredConstructor(types.toArray(Class<?>[]::new))
          .newInstance(values.toArray());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record can be read and made", e);
    }
  }
}
