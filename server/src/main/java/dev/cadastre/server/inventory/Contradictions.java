package dev.cadastre.server.inventory;

import dev.cadastre.probe.PackageType;
import dev.cadastre.server.inventory.HostDetail.Contradiction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares what a source claims with what is believed. Only what both tell is compared: other tools
 * leave much out. Sizes and the full names of systems are not, for each tool has its own way to
 * round and to write them.
 */
final class Contradictions {

    /** No more of one host are shown. */
    static final int SHOWN = 200;

    private record Name(PackageType type, String name) {
        static Name of(KnownPackage item) {
            String folded =
                    item.type() == PackageType.PYPI
                            ? item.name().toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-")
                            : item.name();
            return new Name(item.type(), folded);
        }
    }

    private final Map<String, SectionClaim> believed = new HashMap<>();
    private final Map<String, SectionClaim> latest = new HashMap<>();
    private final Map<String, String> facts;
    private final Map<Name, Set<String>> versions;

    /**
     * @param ordered what each source told, the believed one of each section first
     * @param facts the believed ones by name
     * @param packages the believed ones
     */
    Contradictions(
            List<SectionClaim> ordered,
            Map<String, String> facts,
            Collection<KnownPackage> packages) {
        ordered.forEach(claim -> {
            believed.putIfAbsent(claim.section(), claim);
            latest.put(claim.source() + " " + claim.section(), claim);
        });
        this.facts = facts;
        this.versions = versions(packages);
    }

    private static Map<Name, Set<String>> versions(Collection<KnownPackage> packages) {
        Map<Name, Set<String>> versions = new HashMap<>();
        packages.forEach(item ->
                versions.computeIfAbsent(Name.of(item), name -> new TreeSet<>())
                        .add(item.version()));
        return versions;
    }

    List<Contradiction> of(ClaimTable.Claim claim, Collection<KnownPackage> packages) {
        List<Contradiction> found = new ArrayList<>();
        claim.facts()
                .forEach((name, fact) -> {
                    String told = StateDomain.FACTS.text(StateJson.write(fact));
                    String value = facts.get(name);
                    if (value != null && isComparable(name) && !isAlike(name, value, told)) {
                        add(found, claim.source(), fact.section(), "fact " + name, value, told);
                    }
                });
        new TreeMap<>(byText(versions(packages)))
                .forEach((subject, told) -> {
                    Name name = told.getKey();
                    Set<String> known = versions.getOrDefault(name, Set.of());
                    if (!known.isEmpty() && !covers(name.type(), known, told.getValue())) {
                        add(
                                found,
                                claim.source(),
                                PackageApplication.section(name.type()),
                                subject,
                                String.join(", ", known),
                                String.join(", ", told.getValue()));
                    }
                });
        return found;
    }

    private static Map<String, Map.Entry<Name, Set<String>>> byText(
            Map<Name, Set<String>> versions) {
        Map<String, Map.Entry<Name, Set<String>>> byText = new HashMap<>();
        versions.entrySet()
                .forEach(entry ->
                        byText.put(
                                entry.getKey().type().purlType() + " " + entry.getKey().name(),
                                entry));
        return byText;
    }

    private void add(
            List<Contradiction> found,
            Source other,
            String section,
            String subject,
            String value,
            String told) {
        SectionClaim winner = believed.get(section);
        SectionClaim claim = latest.get(other + " " + section);
        if (winner != null && claim != null && winner.source() != other) {
            found.add(
                    new Contradiction(
                            section,
                            subject,
                            winner.source(),
                            value,
                            other,
                            told,
                            claim.observedAt()));
        }
    }

    private static boolean isComparable(String fact) {
        return !fact.endsWith(".total")
                && !fact.endsWith(".size")
                && !fact.equals(FactNames.OS_NAME);
    }

    /** Names with and without their domain are one. */
    private static boolean isAlike(String fact, String value, String told) {
        return fact.equals(FactNames.HOSTNAME)
                ? shortName(value).equalsIgnoreCase(shortName(told))
                : value.equalsIgnoreCase(told);
    }

    private static String shortName(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private static boolean covers(PackageType type, Set<String> known, Set<String> told) {
        return told.stream()
                .allMatch(version -> known.stream().anyMatch(each -> isAlike(type, each, version)));
    }

    /** Not every tool tells an rpm's epoch. */
    private static boolean isAlike(PackageType type, String known, String told) {
        boolean silent = type == PackageType.RPM && told.indexOf(':') < 0;
        return (silent ? known.substring(known.indexOf(':') + 1) : known).equals(told);
    }
}
