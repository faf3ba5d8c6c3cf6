package dev.cadastre.server.monitoring.check;

import dev.cadastre.server.dispatch.ForbiddenAddresses;
import dev.cadastre.server.dispatch.outgoing.Authorities;
import dev.cadastre.server.dispatch.outgoing.Secrets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Makes checks of settings. Thread-safe. */
@Component
public class Checks {

    private final Means means;
    private final LongSupplier ticker;
    private final Secrets secrets;

    @Autowired
    Checks(ForbiddenAddresses forbidden, Clock clock) {
        this(
                new Means(
                        new Reach(NameLookup.ofMachine(), forbidden),
                        Authorities.ofMachine(),
                        clock,
                        Echo.ofMachine()),
                System::nanoTime,
                Secrets.ofEnvironment());
    }

    Checks(Means means, LongSupplier ticker, Secrets secrets) {
        this.means = means;
        this.ticker = ticker;
        this.secrets = secrets;
    }

    /**
     * The check that these settings describe, or everything that is wrong with them. Touches no
     * network.
     *
     * @param settings by name, in which letter case does not count; lists have a line for each;
     *     blank ones are as good as missing
     */
    public Prepared of(CheckKind kind, Map<String, String> settings) {
        return switch (Settings.read(kind.settings(), settings)) {
            case Settings.Wrong(List<SettingProblem> problems) -> new Prepared.Refused(problems);
            case Settings.Right(Values values) -> of(kind, values);
        };
    }

    private Prepared of(CheckKind kind, Values values) {
        List<SettingProblem> conflicts = kind.recipe().conflicts().apply(values);
        return conflicts.isEmpty()
                ? new Prepared.Checked(
                        new BoundedCheck(
                                kind, kind.recipe().look().apply(values, means), ticker, secrets))
                : new Prepared.Refused(conflicts);
    }

    /**
     * The settings with those defaults that hold references such as {@code ${address}}, which are
     * to be replaced before {@link #of}.
     */
    public static Map<String, String> withDefaults(CheckKind kind, Map<String, String> settings) {
        Map<String, String> all = new LinkedHashMap<>(settings);
        for (Setting<?> setting : kind.settings()) {
            boolean given = settings.keySet().stream().anyMatch(setting.name()::equalsIgnoreCase);
            if (!given) {
                setting.byDefault()
                        .filter(text -> text.contains("${"))
                        .ifPresent(text -> all.put(setting.name(), text));
            }
        }
        return all;
    }
}
