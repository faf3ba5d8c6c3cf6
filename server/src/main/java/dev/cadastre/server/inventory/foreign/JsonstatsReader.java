package dev.cadastre.server.inventory.foreign;

import dev.cadastre.probe.Identity;
import dev.cadastre.probe.PackageType;
import dev.cadastre.probe.Report;
import dev.cadastre.probe.Section;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Understands a jsonstats document, in the original's form and in ours (docs/formats/jsonstats.md).
 * A part that is missing or empty says nothing of the host: the original leaves it out if a plug-in
 * failed, and serves it empty if reading failed.
 */
public final class JsonstatsReader {

    /** What the answer is. */
    public sealed interface Reading {

        /** A document; the time of its report is that of asking, for its own names no zone. */
        record Told(Report report) implements Reading {}

        /** None, and why, for an operator. */
        record Garbled(String reason) implements Reading {}
    }

    private static final int SHOWN = 200;
    private static final List<String> KEYS = List.of("deb", "rpm", "apk", "pip", "npm", "facter");

    /** The original cuts its lists before their last line. */
    private static final String LAST_MAY_LACK = "jsonstats leaves out the last package of its list";

    private JsonstatsReader() {}

    /** Understands an answer's body; never throws on anything it holds. */
    public static Reading read(byte[] body, Instant now) {
        try {
            return read(ForeignJson.MAPPER.readTree(body), now);
        } catch (JacksonException e) {
            return new Reading.Garbled(
                    "It is not JSON: "
                            + shortened(ForeignJson.cleaned(String.valueOf(e.getOriginalMessage())))
                            + place(e));
        }
    }

    private static String place(JacksonException e) {
        return e.getLocation() == null
                ? ""
                : " (line %d, column %d)"
                        .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    }

    private static Reading read(JsonNode document, Instant now) {
        String error = ForeignJson.text(document.path("error").path("Error"));
        if (error != null) {
            return new Reading.Garbled("It answers for another server: " + shortened(error));
        }
        if (!document.isObject() || KEYS.stream().noneMatch(document::has)) {
            return new Reading.Garbled("It is JSON, and no jsonstats document");
        }
        ForeignReport report = new ForeignReport();
        packages(report, document, "deb", Section.Kind.PACKAGES_DPKG, PackageType.DEB);
        packages(report, document, "rpm", Section.Kind.PACKAGES_RPM, PackageType.RPM);
        packages(report, document, "apk", Section.Kind.PACKAGES_APK, PackageType.APK);
        packages(report, document, "pip", Section.Kind.PACKAGES_PYTHON, PackageType.PYPI);
        packages(report, document, "npm", Section.Kind.PACKAGES_NPM, PackageType.NPM);
        if (document.path("facter").isObject()) {
            facts(report, FacterFacts.flattened(document.path("facter")));
        }
        return new Reading.Told(report.build(now));
    }

    private static void facts(ForeignReport report, FacterFacts facts) {
        facts.tellAll(report);
        Section.Kind system = Section.Kind.SYSTEM;
        report.text(system, "os.id", facts.osId());
        report.text(system, "os.version", facts.osVersion());
        report.text(system, "os.name", facts.osName());
        report.text(system, "kernel.release", facts.kernel());
        report.text(system, "kernel.arch", facts.architecture());
        String hostname = facts.hostname();
        if (hostname != null) {
            report.identity(
                    new Identity(null, List.of(), null, null, null, hostname, facts.fqdn()));
        }
    }

    private static void packages(
            ForeignReport report,
            JsonNode document,
            String key,
            Section.Kind section,
            PackageType type) {
        JsonNode list = document.path(key);
        if (!list.isObject() || list.isEmpty()) {
            return;
        }
        boolean cut = type == PackageType.DEB || type == PackageType.RPM;
        report.section(Section.of(section), cut ? LAST_MAY_LACK : null);
        list.properties()
                .forEach(entry -> {
                    String name = ForeignJson.cleaned(entry.getKey()).strip();
                    String versions = ForeignJson.text(entry.getValue());
                    if (versions != null && !name.isEmpty()) {
                        for (String version : without(versions, type).split(", ", -1)) {
                            installed(report, section, type, name, version.strip());
                        }
                    }
                });
    }

    /** pip lists versions in parentheses. */
    private static String without(String versions, PackageType type) {
        return type == PackageType.PYPI && versions.startsWith("(") && versions.endsWith(")")
                ? versions.substring(1, versions.length() - 1)
                : versions;
    }

    private static void installed(
            ForeignReport report,
            Section.Kind section,
            PackageType type,
            String name,
            String version) {
        int colon = name.indexOf(':');
        int dot = version.lastIndexOf('.');
        if (version.isEmpty()) {
            return;
        }
        if (type == PackageType.DEB && colon > 0) {
            report.installed(
                    section, type, name.substring(0, colon), version, name.substring(colon + 1));
        } else if (type == PackageType.RPM && dot > version.indexOf('-') && dot > 0) {
            report.installed(section, type, name, version.substring(0, dot), arch(version, dot));
        } else {
            report.installed(section, type, name, version, null);
        }
    }

    /** Keys that were imported as packages have none. */
    private static @Nullable String arch(String version, int dot) {
        String arch = version.substring(dot + 1);
        return arch.isEmpty() || arch.toLowerCase(Locale.ROOT).equals("(none)") ? null : arch;
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
