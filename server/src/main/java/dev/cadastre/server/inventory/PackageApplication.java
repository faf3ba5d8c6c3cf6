package dev.cadastre.server.inventory;

import dev.cadastre.probe.InstalledPackage;
import dev.cadastre.probe.PackageType;
import dev.cadastre.probe.Report;
import dev.cadastre.probe.Section;
import dev.cadastre.probe.SectionOutcome;
import dev.cadastre.server.inventory.installed.PackageChange;
import dev.cadastre.server.inventory.installed.PackageDictionary;
import dev.cadastre.server.inventory.installed.PackageIds;
import dev.cadastre.server.inventory.installed.PackageSets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Brings what is stored of a host's packages in line with what a report tells. */
@Component
class PackageApplication {

    static final String EVENT = "packages.changed";

    private final PackageSets sets;
    private final PackageDictionary dictionary;
    private final SbomTable sboms;

    PackageApplication(PackageSets sets, PackageDictionary dictionary, SbomTable sboms) {
        this.sets = sets;
        this.dictionary = dictionary;
        this.sboms = sboms;
    }

    /** What a report tells takes the place of all but what bills of materials told. */
    PackageChange apply(int host, PackageIds told, ReportSections sections, Instant now) {
        List<PackageType> disbelieved = types(type -> !sections.believed(section(type)));
        List<PackageType> lasting = types(type -> !sections.ends(section(type)));
        return sets.apply(
                host,
                present ->
                        told.minus(dictionary.ofTypes(told, disbelieved))
                                .plus(dictionary.ofTypes(present, lasting))
                                .plus(ofSboms(host, present)),
                now);
    }

    private PackageIds ofSboms(int host, PackageIds present) {
        return present.isEmpty() || !sboms.any(host)
                ? PackageIds.NONE
                : dictionary.ofRoots(present, SbomRoot::isOne);
    }

    /** What a bill of materials tells takes the place of what its application had. */
    PackageChange apply(int host, SbomRoot root, PackageIds told, Instant now) {
        return sets.apply(
                host,
                present ->
                        present.minus(dictionary.ofRoots(present, root.text()::equals)).plus(told),
                now);
    }

    /** The packages that the host has, of the sections that are unchanged. */
    List<InstalledPackage> unchanged(int host, Report report) {
        return dictionary.packages(unchangedIds(host, report)).stream()
                .map(PackageApplication::installed)
                .toList();
    }

    /** What is told, and what the sections that are unchanged leave out. */
    PackageIds whole(int host, Report report, PackageIds told) {
        return told.plus(unchangedIds(host, report));
    }

    private PackageIds unchangedIds(int host, Report report) {
        List<PackageType> types = types(type -> isUnchanged(section(type), report));
        return types.isEmpty()
                ? PackageIds.NONE
                : dictionary.ofTypes(sets.members(host, null), types);
    }

    private static boolean isUnchanged(String section, Report report) {
        return report.sections().stream()
                .filter(outcome -> outcome.section().name().equals(section))
                .anyMatch(outcome -> outcome.status() == SectionOutcome.Status.UNCHANGED);
    }

    private static InstalledPackage installed(KnownPackage known) {
        return new InstalledPackage(
                Section.named(section(known.type())).orElseThrow(),
                known.type(),
                known.name(),
                known.version(),
                known.arch(),
                known.source(),
                known.sourceVersion(),
                known.vendor(),
                known.signingKey(),
                known.root());
    }

    Optional<ChangeText> text(PackageChange change) {
        List<ChangeText.Line> lines =
                PackageComparison.between(
                                dictionary.packages(change.lost()),
                                dictionary.packages(change.gained()))
                        .stream()
                        .map(PackageApplication::line)
                        .toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new ChangeText(EVENT, "package", "packages", lines));
    }

    private static ChangeText.Line line(HostDifference.PackageDifference difference) {
        Map<String, String> about = new HashMap<>();
        about.put("type", difference.type().purlType());
        if (difference.root() != null) {
            about.put("root", difference.root());
        }
        return new ChangeText.Line(
                difference.change(),
                difference.name(),
                difference.from().isEmpty() ? null : String.join(", ", difference.from()),
                difference.to().isEmpty() ? null : String.join(", ", difference.to()),
                about);
    }

    private static List<PackageType> types(Predicate<PackageType> matching) {
        return Arrays.stream(PackageType.values()).filter(matching).toList();
    }

    /** The name of the section that tells of packages of that type. */
    static String section(PackageType type) {
        Section.Kind kind =
                switch (type) {
                    case DEB -> Section.Kind.PACKAGES_DPKG;
                    case RPM -> Section.Kind.PACKAGES_RPM;
                    case APK -> Section.Kind.PACKAGES_APK;
                    case PYPI -> Section.Kind.PACKAGES_PYTHON;
                    case NPM -> Section.Kind.PACKAGES_NPM;
                    case MAVEN, GEM, GOLANG -> Section.Kind.RUNTIMES;
                };
        return Section.of(kind).name();
    }
}
