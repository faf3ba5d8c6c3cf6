package dev.cadastre.server.inventory.support;

import dev.cadastre.probe.InstalledRuntime;
import dev.cadastre.probe.OfferedPackage;
import dev.cadastre.server.inventory.AttachedSbom;
import dev.cadastre.server.inventory.KnownPackage;
import dev.cadastre.server.inventory.advisory.VersionAdvisories;
import dev.cadastre.server.inventory.advisory.VersionAdvisories.Version;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the ways up of one host would bring. Not thread-safe. */
final class Benefits {

    private final SupportTable.Place place;
    private final HostPackages installed;
    private final Function<String, HostPackages> elsewhere;
    private final List<AttachedSbom> sboms;
    private final VersionAdvisories advisories;
    private final Judge judge;
    private final Map<String, HostPackages> read = new HashMap<>();
    private final Map<List<Version>, Set<String>> found = new HashMap<>();

    /**
     * Benefits for a host.
     *
     * @param installed what it has
     * @param elsewhere reads what another host has
     * @param sboms the bills of materials of its applications
     */
    Benefits(
            SupportTable.Place place,
            HostPackages installed,
            Function<String, HostPackages> elsewhere,
            List<AttachedSbom> sboms,
            VersionAdvisories advisories,
            Judge judge) {
        this.place = place;
        this.installed = installed;
        this.elsewhere = elsewhere;
        this.sboms = sboms;
        this.advisories = advisories;
        this.judge = judge;
    }

    /** The ways up of an item with what they would bring. */
    List<WayUp> added(SupportItem item, List<WayUp> ways) {
        List<String> applications = applications(item);
        return ways.stream()
                .map(way ->
                        way.with(
                                new Benefit(
                                        days(item.judgement(), way.judgement()),
                                        cured(item, way),
                                        applications)))
                .toList();
    }

    private static @Nullable Long days(SupportJudgement present, SupportJudgement next) {
        Long now = present.days();
        Long then = next.days();
        return now == null || then == null ? null : (Long) (then - now);
    }

    private Benefit.@Nullable Cured cured(SupportItem item, WayUp way) {
        List<Version> present = versions(installed.of(item.judgement(), judge));
        List<Version> next = next(way);
        if (present.isEmpty() || next.isEmpty()) {
            return null;
        }
        Set<String> now = about(present);
        Set<String> then = about(next);
        long gone = now.stream().filter(advisory -> !then.contains(advisory)).count();
        return new Benefit.Cured(now.size(), Math.toIntExact(gone));
    }

    private Set<String> about(List<Version> versions) {
        return found.computeIfAbsent(
                versions, key -> advisories.about(key, place.osId(), place.os()));
    }

    /** The packages that the way leads to; none where they are not known. */
    private List<Version> next(WayUp way) {
        OfferedPackage offer = way.offer();
        return switch (way.kind()) {
            case ON_THIS_HOST -> versions(installed.of(way.judgement(), judge));
            case IN_ITS_REPOSITORIES ->
                    offer == null || offer.module() ? List.of() : List.of(version(offer));
            case ON_ITS_KIND -> {
                String example = way.example();
                yield example == null
                        ? List.of()
                        : versions(
                                read.computeIfAbsent(example, elsewhere)
                                        .of(way.judgement(), judge));
            }
            case NEWER_SYSTEM -> List.of();
        };
    }

    private static List<Version> versions(List<KnownPackage> packages) {
        return packages.stream()
                .map(item ->
                        new Version(
                                item.type(),
                                item.name(),
                                item.version(),
                                item.source(),
                                item.sourceVersion()))
                .toList();
    }

    private static Version version(OfferedPackage offer) {
        return new Version(
                offer.type(), offer.name(), offer.version(), offer.source(), offer.sourceVersion());
    }

    private List<String> applications(SupportItem item) {
        Stream<String> users = item.users().stream().map(Benefits::user);
        Stream<String> billed =
                sboms.stream().filter(sbom -> isOn(sbom, item)).map(AttachedSbom::application);
        return Stream.concat(users, billed).distinct().toList();
    }

    private static String user(InstalledRuntime.Use use) {
        String daemon = use.daemon();
        return daemon == null ? use.process() : daemon;
    }

    /** All run on the system; on a runtime do those that have libraries of its kind. */
    private boolean isOn(AttachedSbom sbom, SupportItem item) {
        return switch (item.kind()) {
            case SYSTEM -> true;
            case RUNTIME ->
                    Products.libraries(item.judgement().product())
                            .filter(type ->
                                    installed.all().stream()
                                            .anyMatch(each ->
                                                    each.type() == type
                                                            && sbom.root().equals(each.root())))
                            .isPresent();
            case PACKAGE -> false;
        };
    }
}
