package dev.cadastre.server.monitoring.check;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How checks of one kind are made.
 *
 * @param settings all that the kind knows
 * @param conflicts what is wrong with values that are right one by one
 * @param look the check itself
 */
record Recipe(
        List<Setting<?>> settings,
        Function<Values, List<SettingProblem>> conflicts,
        BiFunction<Values, Means, Look> look) {

    /** Of a kind whose settings do not concern each other. */
    static Recipe of(List<Setting<?>> settings, BiFunction<Values, Means, Look> look) {
        return new Recipe(settings, values -> List.of(), look);
    }
}
