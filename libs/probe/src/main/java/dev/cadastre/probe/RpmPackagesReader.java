package dev.cadastre.probe;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Understands the lines that {@code rpm -qa} prints for the probe: name, version, architecture,
 * source rpm, vendor, packager, signature.
 */
final class RpmPackagesReader implements SectionReader {

    private static final int COLUMNS = 7;
    private static final Section SECTION = Section.of(Section.Kind.PACKAGES_RPM);
    private static final Pattern SOURCE = Pattern.compile("(.+)-([^-]+-[^-]+)\\.(?:no)?src\\.rpm");
    private static final Pattern KEY = Pattern.compile("Key ID ([0-9A-Fa-f]{8,64})");

    private final UnderstoodLines understood;

    RpmPackagesReader(UnderstoodLines understood) {
        this.understood = understood;
    }

    @Override
    public void read(SectionText text, Findings findings) {
        for (String line : text.lines("")) {
            InstalledPackage installed =
                    understood.of(PackageType.RPM, line, RpmPackagesReader::parse).installed();
            if (installed != null) {
                findings.add(findings.packages, installed);
            }
        }
    }

    private static PackageLine parse(String line) {
        String[] columns = line.split("\t", COLUMNS);
        String name = columns.length < COLUMNS ? null : told(columns[0]);
        String version = columns.length < COLUMNS ? null : told(columns[1]);
        return name == null || version == null
                ? PackageLine.none(PackageType.RPM)
                : new PackageLine(PackageType.RPM, name, installed(name, version, columns));
    }

    private static InstalledPackage installed(String name, String version, String[] columns) {
        String told = told(columns[3]);
        Matcher source = SOURCE.matcher(told == null ? "" : told);
        boolean built = source.matches();
        String vendor = told(columns[4]);
        return new InstalledPackage(
                SECTION,
                PackageType.RPM,
                name,
                version,
                told(columns[2]),
                built ? source.group(1) : null,
                built ? source.group(2) : null,
                vendor != null ? vendor : told(columns[5]),
                key(columns[6]),
                null);
    }

    /** rpm prints this where a package has no such tag. */
    private static @Nullable String told(String column) {
        String value = Cleaned.value(column);
        return value == null || value.equals("(none)") ? null : value;
    }

    private static @Nullable String key(String signature) {
        Matcher matcher = KEY.matcher(signature);
        return matcher.find() ? matcher.group(1).toLowerCase(Locale.ROOT) : null;
    }
}
