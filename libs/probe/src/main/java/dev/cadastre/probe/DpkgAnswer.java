package dev.cadastre.probe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@code dpkg-query -S} says of a file: {@code coreutils: /bin/ls}, several packages with
 * commas between, and diversions (dpkg-divert(1)), by which the files of all packages but one lie
 * somewhere else than where these have them.
 */
final class DpkgAnswer {

    private static final Pattern DIVERSION =
            Pattern.compile("(?:local diversion|diversion by (\\S+)) (from|to): (/.*)");
    private static final Pattern OWNED = Pattern.compile("([a-z0-9][a-z0-9.+:, -]*): (/.*)");

    private final List<InstalledPackage> packages;
    private final List<Claim> claims = new ArrayList<>();
    private final Map<String, Diversion> diversions = new HashMap<>();

    /**
     * Understands the answer.
     *
     * @param said its lines
     * @param packages those that are named in it, as far as they are installed
     */
    DpkgAnswer(List<String> said, List<InstalledPackage> packages) {
        this.packages = packages;
        String from = null;
        for (String line : said) {
            Matcher diversion = DIVERSION.matcher(line);
            Matcher owned = OWNED.matcher(line);
            if (diversion.matches()) {
                String path = diversion.group(3);
                if (diversion.group(2).equals("from")) {
                    from = path;
                } else if (from != null) {
                    diversions.put(from, new Diversion(diversion.group(1), from, path));
                    from = null;
                }
            } else if (owned.matches()) {
                for (String name : owned.group(1).split(", ", -1)) {
                    claims.add(new Claim(name.strip(), owned.group(2)));
                }
            }
        }
    }

    /** A package has that path among its files. */
    private record Claim(String name, String path) {

        /** Names have an architecture where a package is there for several. */
        boolean isOf(InstalledPackage installed) {
            return name.equals(installed.name())
                    || name.equals(installed.name() + ":" + installed.arch());
        }
    }

    /** Packages other than {@code by}, or all where that is null, have their file elsewhere. */
    private record Diversion(@Nullable String by, String from, String to) {

        boolean concerns(Claim claim) {
            return !claim.name().replaceFirst(":.*", "").equals(by);
        }

        String sentence() {
            return "%s diverts %s; what other packages have there is %s."
                    .formatted(
                            by == null ? "An administrator" : by,
                            Cleaned.value(from),
                            Cleaned.value(to));
        }
    }

    /** Who has a file with one of these names, and who has what a link leads to. */
    List<FileOwners.Owner> owners(Set<String> self, Set<String> target) {
        Set<FileOwners.Owner> owners = new LinkedHashSet<>();
        for (boolean byTarget : new boolean[] {false, true}) {
            Set<String> names = byTarget ? target : self;
            for (Claim claim : claims) {
                String place = place(claim);
                if (names.contains(place)) {
                    packages.stream()
                            .filter(claim::isOf)
                            .map(each -> new FileOwners.Owner(each, shown(place), byTarget))
                            .forEach(owners::add);
                }
            }
        }
        return List.copyOf(owners);
    }

    private String place(Claim claim) {
        Diversion diversion = diversions.get(claim.path());
        return diversion != null && diversion.concerns(claim) ? diversion.to() : claim.path();
    }

    private static String shown(String path) {
        String value = Cleaned.value(path);
        return value == null ? "" : value;
    }

    /** The diversions that have to do with these names. */
    List<String> remarks(Set<String> self, Set<String> target) {
        return diversions.values().stream()
                .filter(each ->
                        self.contains(each.from())
                                || self.contains(each.to())
                                || target.contains(each.from())
                                || target.contains(each.to()))
                .map(Diversion::sentence)
                .sorted()
                .toList();
    }
}
