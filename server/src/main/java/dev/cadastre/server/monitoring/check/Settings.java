package dev.cadastre.server.monitoring.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the settings of a check, and tells everything that is wrong with them. */
sealed interface Settings {

    /** All are right. */
    record Right(Values values) implements Settings {}

    /** Some are not. */
    record Wrong(List<SettingProblem> problems) implements Settings {}

    /** What the texts mean; blank ones are taken as not given. */
    static Settings read(List<Setting<?>> known, Map<String, String> given) {
        TreeMap<String, String> texts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        given.forEach((name, text) -> {
            if (!text.isBlank()) {
                texts.put(name, text);
            }
        });
        Map<Setting<?>, Object> values = new HashMap<>();
        List<SettingProblem> problems = new ArrayList<>();
        for (Setting<?> setting : known) {
            Optional<String> text =
                    Optional.ofNullable(texts.get(setting.name())).or(setting::literalDefault);
            text.ifPresent(present -> read(setting, present, values, problems));
            if (text.isEmpty() && setting.isMissed()) {
                problems.add(missing(setting));
            }
        }
        problems.addAll(unknown(known, given));
        return problems.isEmpty() ? new Right(new Values(values)) : new Wrong(problems);
    }

    private static void read(
            Setting<?> setting,
            String text,
            Map<Setting<?>, Object> values,
            List<SettingProblem> problems) {
        switch (setting.read(text)) {
            case SettingReading.Read<?>(Object value) -> values.put(setting, value);
            case SettingReading.Wrong<?>(String wrong, String remedy) ->
                    problems.add(new SettingProblem(setting.name(), wrong, remedy));
        }
    }

    private static SettingProblem missing(Setting<?> setting) {
        return new SettingProblem(
                setting.name(),
                setting.name() + " is missing: " + setting.meaning(),
                "Write it, such as " + setting.name() + " = " + setting.example() + ".");
    }

    private static List<SettingProblem> unknown(List<Setting<?>> known, Map<String, String> given) {
        List<String> names = known.stream().map(Setting::name).toList();
        return given.keySet().stream()
                .filter(name -> names.stream().noneMatch(name::equalsIgnoreCase))
                .sorted()
                .map(name -> unknown(name, names))
                .toList();
    }

    private static SettingProblem unknown(String name, List<String> names) {
        String remedy =
                NearestName.to(name, names)
                        .map(near -> "Did you mean " + near + "?")
                        .orElseGet(() -> "There are " + String.join(", ", names) + ".");
        return new SettingProblem(
                name, "There is no setting " + Shown.quoted(name) + " for this kind", remedy);
    }
}
