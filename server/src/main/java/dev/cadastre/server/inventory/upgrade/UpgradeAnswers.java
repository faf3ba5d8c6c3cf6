package dev.cadastre.server.inventory.upgrade;

import dev.cadastre.probe.Offers;
import dev.cadastre.server.inventory.Host;
import dev.cadastre.server.inventory.support.Upgrade;
import dev.cadastre.server.inventory.upgrade.UpgradeAnswer.State;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what it means what a host told. */
final class UpgradeAnswers {

    private UpgradeAnswers() {}

    static UpgradeAnswer of(Host host, Offers told, List<Upgrade> upgrades) {
        State state = state(told, upgrades);
        return new UpgradeAnswer(
                host.name(),
                host.environment(),
                state,
                told.listed(),
                upgrades,
                reason(state, told),
                remedy(state, told));
    }

    private static State state(Offers told, List<Upgrade> upgrades) {
        if (!upgrades.isEmpty()) {
            return State.NEWER;
        }
        return told.listed() == null && told.packages().isEmpty() ? State.NO_LISTS : State.NONE;
    }

    private static @Nullable String reason(State state, Offers told) {
        List<String> sentences = new ArrayList<>();
        if (told.managers().isEmpty()) {
            sentences.add("No package manager that is known here is on the host.");
        } else if (state == State.NO_LISTS) {
            sentences.add("It has no lists of its repositories.");
        } else if (state == State.NONE) {
            sentences.add("They offer nothing newer.");
        }
        sentences.addAll(told.remarks());
        return sentences.isEmpty() ? null : String.join(" ", sentences);
    }

    private static @Nullable String remedy(State state, Offers told) {
        if (state != State.NO_LISTS || told.managers().isEmpty()) {
            return null;
        }
        return switch (told.managers().getFirst()) {
            case "apt" -> "Have it fetch them: apt-get update.";
            case "dnf" -> "Have it fetch them: dnf makecache.";
            case "yum" -> "Have it fetch them: yum makecache.";
            default -> "Have it fetch them: apk update.";
        };
    }

    static UpgradeAnswer without(Host host, State state, String reason, @Nullable String remedy) {
        return new UpgradeAnswer(
                host.name(), host.environment(), state, null, List.of(), reason, remedy);
    }
}
