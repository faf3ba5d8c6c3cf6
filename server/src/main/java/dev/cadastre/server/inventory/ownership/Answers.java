package dev.cadastre.server.inventory.ownership;

import dev.cadastre.probe.FileOwners;
import dev.cadastre.probe.InstalledPackage;
import dev.cadastre.server.inventory.Host;
import dev.cadastre.server.inventory.asking.HostTask;
import dev.cadastre.server.inventory.installed.PackageRow;
import dev.cadastre.server.inventory.installed.Purls;
import dev.cadastre.server.inventory.ownership.FileAnswer.State;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what it means what a host told. */
final class Answers {

    private Answers() {}

    static FileAnswer of(Host host, FileOwners told) {
        State state = state(told);
        return new FileAnswer(
                host.name(),
                host.environment(),
                state,
                told.target(),
                told.owners().stream().map(owner -> owning(owner, host.osId())).toList(),
                reason(state, told),
                state == State.HIDDEN
                        ? "Have the host asked as a user who may, by ssh.user in the estate."
                        : null);
    }

    private static State state(FileOwners told) {
        return switch (told.kind()) {
            case MISSING -> State.NO_FILE;
            case HIDDEN -> told.owners().isEmpty() ? State.HIDDEN : State.OWNED;
            case FILE, FOLDER, LINK -> told.owners().isEmpty() ? State.UNOWNED : State.OWNED;
        };
    }

    private static @Nullable String reason(State state, FileOwners told) {
        List<String> sentences = new ArrayList<>();
        switch (state) {
            case UNOWNED -> sentences.add(unowned(told.managers()));
            case NO_FILE ->
                    sentences.add(
                            told.owners().isEmpty()
                                    ? "There is no such file."
                                    : "There is no such file, though a package should have it.");
            case HIDDEN -> sentences.add("The user of the connection may not look there.");
            case OWNED, NO_ADDRESS, UNREACHABLE, GARBLED -> {}
        }
        if (told.target() != null) {
            sentences.add("A link leads to %s.".formatted(told.target()));
        }
        sentences.addAll(told.remarks());
        return sentences.isEmpty() ? null : String.join(" ", sentences);
    }

    private static String unowned(List<String> managers) {
        return managers.isEmpty()
                ? "No package manager that is known here is on the host."
                : "No package of %s has it.".formatted(String.join(", ", managers));
    }

    private static FileAnswer.Owning owning(FileOwners.Owner owner, @Nullable String osId) {
        InstalledPackage item = owner.installed();
        var row =
                new PackageRow(
                        item.type(),
                        Purls.namespace(item.type(), osId),
                        item.name(),
                        item.version(),
                        item.arch(),
                        item.source(),
                        item.sourceVersion(),
                        item.vendor(),
                        item.signingKey(),
                        item.root());
        return new FileAnswer.Owning(item, Purls.of(row), owner.file(), owner.byTarget());
    }

    static FileAnswer without(Host host, State state, String reason, @Nullable String remedy) {
        return new FileAnswer(
                host.name(), host.environment(), state, null, List.of(), reason, remedy);
    }

    static FileAnswer garbled(Host host, String errors) {
        return without(
                host,
                State.GARBLED,
                HostTask.unanswered(errors),
                "Sign in as the same user and see what its shell prints; a start-up file may.");
    }
}
