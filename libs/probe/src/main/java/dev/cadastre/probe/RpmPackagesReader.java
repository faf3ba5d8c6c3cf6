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
    private static final Pattern SOURCE = Pattern.compile("(.+)-([^-]+-[^-]+)\\.(?:no)?src\\.rpm");
    private static final Pattern KEY = Pattern.compile("Key ID ([0-9A-Fa-f]{8,64})");

    @Override
    public void read(SectionText text, Findings findings) {
        for (String line : text.lines("")) {
            String[] columns = line.split("\t", COLUMNS);
            String name = columns.length < COLUMNS ? null : told(columns[0]);
            String version = columns.length < COLUMNS ? null : told(columns[1]);
            if (name != null && version != null) {
                findings.add(findings.packages, parse(name, version, columns, findings.section()));
            }
        }
    }

    private static InstalledPackage parse(
            String name, String version, String[] columns, Section section) {
        String told = told(columns[3]);
        Matcher source = SOURCE.matcher(told == null ? "" : told);
        boolean built = source.matches();
        String vendor = told(columns[4]);
        return new InstalledPackage(
                section,
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
