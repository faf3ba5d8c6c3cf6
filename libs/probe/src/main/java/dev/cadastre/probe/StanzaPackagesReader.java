package dev.cadastre.probe;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Understands the stanzas of dpkg and of apk, which the probe prints as lines of seven columns:
 * name, status, architecture, version, source, maintainer, origin.
 */
final class StanzaPackagesReader implements SectionReader {

    private static final int COLUMNS = 7;

    /** deb-control(5): a source's version is told only where it differs. */
    private static final Pattern SOURCE = Pattern.compile("([^\\s(]++)\\s*+(?:\\((.*)\\))?+");

    private final PackageType type;
    private final Section section;
    private final UnderstoodLines understood;

    StanzaPackagesReader(PackageType type, Section section, UnderstoodLines understood) {
        this.type = type;
        this.section = section;
        this.understood = understood;
    }

    @Override
    public void read(SectionText text, Findings findings) {
        Map<String, PackageLine> latest = new LinkedHashMap<>();
        for (String line : text.lines("")) {
            PackageLine meaning = understood.of(type, line, this::parse);
            latest.put(meaning.subject(), meaning);
        }
        for (PackageLine meaning : latest.values()) {
            if (meaning.installed() != null) {
                findings.add(findings.packages, meaning.installed());
            }
        }
    }

    private PackageLine parse(String line) {
        String[] columns = line.split("\t", COLUMNS);
        return columns.length < COLUMNS
                ? PackageLine.none(type)
                : new PackageLine(type, columns[0] + "\t" + columns[2], installed(columns));
    }

    private @Nullable InstalledPackage installed(String[] columns) {
        String name = Cleaned.value(columns[0]);
        String version = Cleaned.value(columns[3]);
        if (name == null || version == null || !columns[1].equals("installed")) {
            return null;
        }
        String told = Cleaned.value(columns[4]);
        Matcher source = SOURCE.matcher(told == null ? "" : told);
        boolean named = source.matches();
        String sourceVersion = named ? Cleaned.value(source.group(2)) : null;
        return new InstalledPackage(
                section,
                type,
                name,
                version,
                Cleaned.value(columns[2]),
                named ? source.group(1) : name,
                sourceVersion != null ? sourceVersion : version,
                vendor(columns),
                null,
                null);
    }

    private static @Nullable String vendor(String[] columns) {
        String origin = Cleaned.value(columns[6]);
        return origin != null ? origin : Cleaned.value(columns[5]);
    }
}
