package dev.cadastre.probe;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the script of {@link OwnersProbe} printed. Never throws on anything that a host sends;
 * what it does not know it leaves out. Thread-safe.
 */
public final class OwnersParser {

    private static final String BEGIN = "@owners 1";
    private static final int MOST = 100;
    private static final Map<String, Section.Kind> MANAGERS =
            Map.of(
                    "rpm",
                    Section.Kind.PACKAGES_RPM,
                    "apk",
                    Section.Kind.PACKAGES_APK,
                    "python",
                    Section.Kind.PACKAGES_PYTHON,
                    "npm",
                    Section.Kind.PACKAGES_NPM);

    private OwnersParser() {}

    /** The answer; empty if the text is not one, or is not whole. */
    public static Optional<FileOwners> parse(String text) {
        List<AnswerBlock> blocks = AnswerBlock.read(BEGIN, text);
        return blocks == null ? Optional.empty() : Optional.of(owners(blocks));
    }

    private static FileOwners owners(List<AnswerBlock> blocks) {
        Set<String> self = new LinkedHashSet<>(AnswerBlock.lines(blocks, "self"));
        Set<String> target = new LinkedHashSet<>(AnswerBlock.lines(blocks, "target"));
        DpkgAnswer dpkg =
                new DpkgAnswer(
                        AnswerBlock.lines(blocks, "dpkg"),
                        packages(Section.Kind.PACKAGES_DPKG, "", AnswerBlock.lines(blocks, "deb")));
        List<FileOwners.Owner> owners = new ArrayList<>(dpkg.owners(self, target));
        for (AnswerBlock block : blocks) {
            owners.addAll(owners(block, first(self), first(target)));
        }
        List<String> remarks = new ArrayList<>(dpkg.remarks(self, target));
        if (owners.size() > MOST) {
            remarks.add("It belongs to more packages; the first %d are told.".formatted(MOST));
        }
        return new FileOwners(
                kind(blocks),
                Cleaned.value(first(target)),
                owners.stream().limit(MOST).toList(),
                AnswerBlock.managers(blocks),
                remarks);
    }

    private static List<FileOwners.Owner> owners(
            AnswerBlock block, @Nullable String self, @Nullable String target) {
        Section.Kind section = MANAGERS.get(block.word());
        boolean byTarget = block.rest().equals("target");
        String file = Cleaned.value(byTarget ? target : self);
        if (section == null || file == null || block.lines().isEmpty()) {
            return List.of();
        }
        boolean sourced =
                section == Section.Kind.PACKAGES_PYTHON || section == Section.Kind.PACKAGES_NPM;
        String source = sourced ? block.lines().get(0) : "";
        List<String> lines =
                sourced ? block.lines().subList(1, block.lines().size()) : block.lines();
        return packages(section, source, lines).stream()
                .map(installed -> new FileOwners.Owner(installed, file, byTarget))
                .toList();
    }

    /** Understood as a report's section of that kind is. */
    private static List<InstalledPackage> packages(
            Section.Kind kind, String source, List<String> lines) {
        Section section = Section.of(kind);
        Map<String, List<String>> sources = new LinkedHashMap<>();
        sources.put(source, lines);
        Findings findings = new Findings(section, MOST + 1);
        SectionReaders.reader(section, ByteOrder.LITTLE_ENDIAN, new UnderstoodLines())
                .read(new SectionText(section, sources), findings);
        return findings.packages;
    }

    private static FileOwners.Kind kind(List<AnswerBlock> blocks) {
        String word =
                blocks.stream()
                        .filter(block -> block.word().equals("file"))
                        .map(block -> block.rest().toUpperCase(Locale.ROOT))
                        .findFirst()
                        .orElse("");
        for (FileOwners.Kind kind : FileOwners.Kind.values()) {
            if (kind.name().equals(word)) {
                return kind;
            }
        }
        return FileOwners.Kind.FILE;
    }

    private static @Nullable String first(Set<String> names) {
        return names.stream().findFirst().orElse(null);
    }
}
