package dev.cadastre.server.inventory.advisory;

import dev.cadastre.probe.PackageType;
import dev.cadastre.server.inventory.installed.Purls;
import dev.cadastre.versions.VersionScheme;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which advisories are about versions of packages, be they installed anywhere or not. */
@Component
public class VersionAdvisories {

    private static final Pattern NUMBERS = Pattern.compile("\\d{1,4}(?:\\.\\d{1,4})*");

    private final AdvisoryTable table;

    VersionAdvisories(AdvisoryTable table) {
        this.table = table;
    }

    /**
     * A version of a package.
     *
     * @param source the source package's name; null where unknown
     * @param sourceVersion the source package's version; null where unknown
     */
    public record Version(
            PackageType type,
            String name,
            String version,
            @Nullable String source,
            @Nullable String sourceVersion) {}

    /**
     * The names of advisories about one of these on a host with that system.
     *
     * @param osId that of its os-release; null if unknown
     * @param os its system's whole name, whose first number is its release; null if unknown
     */
    public Set<String> about(
            Collection<Version> versions, @Nullable String osId, @Nullable String os) {
        List<DictionaryPackage> packages =
                versions.stream().map(version -> told(version, osId)).toList();
        Set<String> names =
                packages.stream()
                        .flatMap(each -> each.names().stream())
                        .collect(Collectors.toSet());
        Set<String> advisories = new HashSet<>();
        if (!names.isEmpty()) {
            table.entries(
                    names,
                    entry -> {
                        if (packages.stream().anyMatch(each -> isAbout(entry, each, os))) {
                            advisories.add(entry.advisory());
                        }
                    });
        }
        return advisories;
    }

    private static DictionaryPackage told(Version version, @Nullable String osId) {
        return new DictionaryPackage(
                0,
                version.type(),
                Purls.namespace(version.type(), osId),
                version.name(),
                version.version(),
                version.source(),
                version.sourceVersion());
    }

    private static boolean isAbout(
            AdvisoryTable.Entry entry, DictionaryPackage each, @Nullable String os) {
        return entry.type() == each.type()
                && each.names().contains(entry.name())
                && (entry.namespace() == null || entry.namespace().equals(each.namespace()))
                && isOf(entry.release(), os)
                && entry.affected().hit(each.version(entry.name()), scheme(each)).isPresent();
    }

    private static VersionScheme scheme(DictionaryPackage each) {
        return VersionScheme.ofPurlType(each.type().purlType()).orElseThrow();
    }

    /** 12 is 12.5 too. */
    private static boolean isOf(@Nullable String release, @Nullable String os) {
        if (release == null) {
            return true;
        }
        Matcher numbers = NUMBERS.matcher(os == null ? "" : os);
        return numbers.find() && (numbers.group() + ".").startsWith(release + ".");
    }
}
