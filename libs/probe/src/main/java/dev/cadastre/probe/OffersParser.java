package dev.cadastre.probe;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the script of {@link OffersProbe} printed. Never throws on anything that a host sends;
 * what it does not know it leaves out. Thread-safe.
 */
public final class OffersParser {

    private static final String BEGIN = "@offers 1";
    private static final int MOST = 2_000;
    private static final int LONGEST = 300;
    private static final int MOST_REMARKS = 5;

    /** Nothing was listed later than that. */
    private static final long LATEST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    private OffersParser() {}

    /** The answer; empty if the text is not one, or is not whole. */
    public static Optional<Offers> parse(String text) {
        List<AnswerBlock> blocks = AnswerBlock.read(BEGIN, text);
        return blocks == null ? Optional.empty() : Optional.of(offers(blocks));
    }

    private record Key(PackageType type, String name, String version, boolean module) {
        static Key of(OfferedPackage offer) {
            return new Key(offer.type(), offer.name(), offer.version(), offer.module());
        }
    }

    /** Of a version that several repositories offer, the first is told. */
    private static Offers offers(List<AnswerBlock> blocks) {
        Map<Key, OfferedPackage> offers = new LinkedHashMap<>();
        boolean more = false;
        for (AnswerBlock block : blocks) {
            for (OfferedPackage told : told(block)) {
                OfferedPackage offer = cleaned(told);
                more |= offers.size() >= MOST;
                if (offer != null && offers.size() < MOST) {
                    offers.putIfAbsent(Key.of(offer), offer);
                }
            }
        }
        List<String> remarks = new ArrayList<>(remarks(blocks));
        if (more) {
            remarks.add("It offers more versions; the first %d are kept.".formatted(MOST));
        }
        var sources = new AptSources(AnswerBlock.lines(blocks, "apt-sources"));
        return new Offers(
                offers.values().stream().map(sources::added).toList(),
                listed(blocks),
                AnswerBlock.managers(blocks),
                remarks);
    }

    private static List<OfferedPackage> told(AnswerBlock block) {
        return switch (block.word()) {
            case "apt" -> AptPolicy.read(block.lines());
            case "dnf" -> DnfPackages.read(block.lines());
            case "dnf-modules" -> DnfModules.read(block.lines());
            case "yum" -> YumPackages.read(block.lines());
            case "apk" -> ApkPolicy.read(block.lines());
            default -> List.of();
        };
    }

    /** Null if it cannot be what a package manager says. */
    private static @Nullable OfferedPackage cleaned(OfferedPackage told) {
        String name = Cleaned.value(told.name());
        String version = Cleaned.value(told.version());
        String repository = Cleaned.value(told.repository());
        if (name == null || version == null || name.length() > LONGEST) {
            return null;
        }
        return version.length() > LONGEST
                ? null
                : new OfferedPackage(
                        told.type(),
                        name,
                        version,
                        repository == null ? "" : bounded(repository),
                        Cleaned.value(told.source()),
                        Cleaned.value(told.sourceVersion()),
                        told.module());
    }

    private static String bounded(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private static @Nullable Instant listed(List<AnswerBlock> blocks) {
        return blocks.stream()
                .filter(block -> block.word().equals("lists"))
                .map(block -> Numbers.whole(block.rest()))
                .filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong)
                .filter(seconds -> seconds > 0 && seconds <= LATEST)
                .max(Comparator.naturalOrder())
                .map(Instant::ofEpochSecond)
                .orElse(null);
    }

    /** What tools complained of, each in its own words. */
    private static List<String> remarks(List<AnswerBlock> blocks) {
        return blocks.stream()
                .flatMap(block ->
                        block.complaints().stream()
                                .map(Cleaned::value)
                                .filter(Objects::nonNull)
                                .map(said -> block.word() + " said: " + bounded(said)))
                .distinct()
                .limit(MOST_REMARKS)
                .toList();
    }
}
