package dev.cadastre.versions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** Pairs of versions, half of them near each other; the same in each run on one machine. */
final class Samples {
    private static final List<String> INSTALLED = installed();

    private final Random random = new Random(20261121);
    private final List<String> words;
    private final Predicate<String> valid;
    private final Predicate<String> wanted;

    /** Versions are made of these words, and are those wanted; few of them are not valid. */
    Samples(List<String> words, Predicate<String> valid, Predicate<String> wanted) {
        this.words = words;
        this.valid = valid;
        this.wanted = version -> wanted.test(version) && isValidOrStray(version);
    }

    private boolean isValidOrStray(String version) {
        return valid.test(version) || random.nextInt(40) == 0;
    }

    private static List<String> installed() {
        try {
            return InstalledVersions.all();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each installed version is in one of the pairs at least, as far as they go. */
    List<Pair> pairs(int count) {
        List<String> real = INSTALLED.stream().filter(valid.and(wanted)).toList();
        List<Pair> pairs = new ArrayList<>();
        for (String version : real) {
            pairs.add(new Pair(version, partner(version, real)));
        }
        while (pairs.size() < count) {
            String version = generated();
            pairs.add(new Pair(version, partner(version, real)));
        }
        return pairs.subList(0, count);
    }

    private String partner(String version, List<String> real) {
        return switch (random.nextInt(4)) {
            case 0 -> real.isEmpty() ? generated() : pick(real);
            case 1 -> generated();
            default -> near(version);
        };
    }

    private String generated() {
        while (true) {
            StringBuilder version = new StringBuilder(String.valueOf(random.nextInt(4)));
            for (int i = random.nextInt(9); i > 0; i--) {
                version.append(pick(words));
            }
            if (wanted.test(version.toString())) {
                return version.toString();
            }
        }
    }

    private String near(String version) {
        for (int attempt = 0; attempt < 20; attempt++) {
            int at = random.nextInt(version.length() + 1);
            int end = Math.min(version.length(), at + random.nextInt(3));
            String changed =
                    version.substring(0, at)
                            + (random.nextInt(3) == 0 ? "" : pick(words))
                            + version.substring(end);
            if (wanted.test(changed)) {
                return changed;
            }
        }
        return version;
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
