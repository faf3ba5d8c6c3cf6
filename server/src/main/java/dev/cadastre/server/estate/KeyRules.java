package dev.cadastre.server.estate;

import dev.cadastre.ini.Entry;
import dev.cadastre.ini.Problems;
import dev.cadastre.ini.Quoted;
import dev.cadastre.ini.Section;
import dev.cadastre.ini.Spelling;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which keys may stand in which section. */
final class KeyRules {
    private final Problems problems;

    /** The same keys stand in many sections. */
    private final Map<String, String> meant = new HashMap<>();

    KeyRules(Problems problems) {
        this.problems = problems;
    }

    void check(Sections sections) {
        check(sections.defaults().section(), null);
        for (SectionKind kind : SectionKind.values()) {
            sections.all(kind).values().stream()
                    .filter(Level::isInFile)
                    .map(Level::section)
                    .forEach(section -> check(section, kind));
        }
    }

    private void check(Section section, @Nullable SectionKind kind) {
        for (Entry entry : section.entries().values()) {
            if (kind == SectionKind.MONITOR || kind == SectionKind.MONITOR_TEMPLATE) {
                // Who checks monitors knows which of their keys may name a secret.
                continue;
            }
            refuseSecrets(entry);
            if (kind == SectionKind.RULE) {
                refuseUnknown(entry, kind, Keys.ALL_OF_RULES);
                continue;
            }
            if (kind == SectionKind.PRODUCT) {
                refuseUnknown(entry, kind, Keys.ALL_OF_PRODUCTS);
                continue;
            }
            if (kind == SectionKind.SIGNER) {
                refuseUnknown(entry, kind, Keys.ALL_OF_SIGNERS);
                continue;
            }
            refuseUnknownSsh(entry);
            refuseMisplaced(section, kind, entry);
            refuseReferencesInStructure(entry);
            doubtSpelling(section, entry);
        }
    }

    /** The value is not shown: it may be a secret already. */
    private void refuseSecrets(Entry entry) {
        if (Keys.SECRETS.stream().anyMatch(entry.key()::endsWith)) {
            error(
                    entry,
                    "estate.secret",
                    Quoted.of(entry.key()) + " names a secret, and this file keeps none",
                    "remove it and change the secret if it was real; secrets come from an SSH"
                            + " agent or from CADASTRE_SECRET_* variables");
        }
    }

    private void refuseUnknownSsh(Entry entry) {
        if (entry.key().startsWith(Keys.SSH) && !Keys.ALL_SSH.contains(entry.key())) {
            String close = Spelling.closest(entry.key(), Keys.ALL_SSH);
            error(
                    entry,
                    "estate.unknown-ssh-key",
                    Quoted.of(entry.key()) + " is no setting of SSH that is known",
                    close == null
                            ? "there are " + String.join(", ", Keys.ALL_SSH)
                            : "did you mean " + Quoted.of(close) + "?");
        }
    }

    private void refuseUnknown(Entry entry, SectionKind kind, List<String> known) {
        if (!known.contains(entry.key())) {
            String close = Spelling.closest(entry.key(), known);
            error(
                    entry,
                    "estate.unknown-%s-key".formatted(kind.word()),
                    Quoted.of(entry.key()) + " is no key of " + kind.word() + "s",
                    close == null
                            ? "there are " + String.join(", ", known)
                            : "did you mean " + Quoted.of(close) + "?");
        }
    }

    private void refuseMisplaced(Section section, @Nullable SectionKind kind, Entry entry) {
        boolean fits =
                switch (entry.key()) {
                    case Keys.GROUPS -> kind == SectionKind.HOST;
                    case Keys.ENVIRONMENT ->
                            kind != SectionKind.ENVIRONMENT && kind != SectionKind.TEAM;
                    default -> true;
                };
        if (!fits) {
            error(
                    entry,
                    "estate.misplaced-key",
                    "%s cannot stand in [%s]".formatted(Quoted.of(entry.key()), section.name()),
                    "put it into the sections of the hosts it is meant for");
        }
    }

    private void refuseReferencesInStructure(Entry entry) {
        boolean decides = entry.key().equals(Keys.GROUPS) || entry.key().equals(Keys.ENVIRONMENT);
        if (decides && entry.rawValue().indexOf('$') >= 0) {
            error(
                    entry,
                    "estate.reference-in-structure",
                    Quoted.of(entry.key())
                            + " decides where values are looked up, so it cannot"
                            + " contain a reference itself",
                    "write the names out");
        }
    }

    /** A section that has the right key too has both on purpose. */
    private void doubtSpelling(Section section, Entry entry) {
        if (Keys.STRUCTURE.contains(entry.key())) {
            return;
        }
        String close = meant.computeIfAbsent(entry.key(), KeyRules::meantBy);
        if (!close.isEmpty() && !section.entries().containsKey(close)) {
            problems.warning(
                    entry.line(),
                    1,
                    "estate.doubtful-key",
                    "%s is a key for applications only".formatted(Quoted.of(entry.key())),
                    "did you mean " + Quoted.of(close) + "?");
        }
    }

    private static String meantBy(String key) {
        String close = Spelling.closest(key, Keys.STRUCTURE);
        return close == null ? "" : close;
    }

    private void error(Entry entry, String code, String message, String remedy) {
        problems.error(entry.line(), 1, code, message, remedy);
    }
}
