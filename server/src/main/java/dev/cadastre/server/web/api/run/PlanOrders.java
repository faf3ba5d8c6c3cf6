package dev.cadastre.server.web.api.run;

import dev.cadastre.api.run.PlanRequest;
import dev.cadastre.api.run.RunOptions;
import dev.cadastre.change.run.RunSettings;
import dev.cadastre.change.run.Strategy;
import dev.cadastre.server.change.ChangeProblem;
import dev.cadastre.server.change.ChangeRefused;
import dev.cadastre.server.change.ChangeRefused.Reason;
import dev.cadastre.server.change.PlanOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is to be planned, as it was sent. */
public final class PlanOrders {

    private static final int MOST_FAILURES = 100_000;

    private PlanOrders() {}

    /**
     * Reads it.
     *
     * @throws ChangeRefused if it is not to be run so, with all that is wrong
     */
    static PlanOrder order(PlanRequest sent) {
        return new PlanOrder(
                sent.archive(),
                sent.file(),
                sent.q(),
                Objects.requireNonNullElse(sent.hosts(), List.of()),
                Objects.requireNonNullElse(sent.parameters(), Map.of()),
                settings(sent.options()));
    }

    /**
     * How something is to be run, as it was sent.
     *
     * @param options null for as usual
     * @throws ChangeRefused if it is not to be run so, with all that is wrong
     */
    public static RunSettings settings(@Nullable RunOptions options) {
        if (options == null) {
            return RunSettings.USUAL;
        }
        List<ChangeProblem> problems = new ArrayList<>();
        Strategy strategy = strategy(options.strategy(), problems);
        int failures = within("failuresAllowed", options.failuresAllowed(), 0, 0, problems);
        int atOnce = within("atOnce", options.atOnce(), RunSettings.USUALLY_AT_ONCE, 1, problems);
        if (!problems.isEmpty()) {
            throw new ChangeRefused(Reason.INVALID, problems);
        }
        RunSettings.Order order =
                options.order() == null
                        ? RunSettings.Order.HOST_FIRST
                        : RunSettings.Order.valueOf(options.order().name());
        return new RunSettings(
                strategy, order, failures, atOnce, Boolean.TRUE.equals(options.approval()));
    }

    private static Strategy strategy(@Nullable String text, List<ChangeProblem> problems) {
        try {
            return text == null ? new Strategy.All() : Strategy.parse(text);
        } catch (IllegalArgumentException _) {
            problems.add(
                    new ChangeProblem(
                            "plan.strategy-wrong",
                            "options.strategy",
                            "“%s” is no strategy.".formatted(text),
                            "Write all, serial 5, serial 25%, canary 1 pause or canary 1 test."));
            return new Strategy.All();
        }
    }

    private static int within(
            String key,
            @Nullable Integer number,
            int usual,
            int least,
            List<ChangeProblem> problems) {
        int most = key.equals("atOnce") ? RunSettings.MOST_AT_ONCE : MOST_FAILURES;
        int value = number == null ? usual : number;
        if (value < least || value > most) {
            problems.add(
                    new ChangeProblem(
                            "plan.option-wrong",
                            "options." + key,
                            "%d is not from %d to %,d.".formatted(value, least, most),
                            "Write such a number, or none."));
            return usual;
        }
        return value;
    }
}
