package dev.cadastre.probe;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Understands the package.json files of modules that npm installed globally. */
final class NpmPackagesReader implements SectionReader {

    private static final Pattern SOURCE =
            Pattern.compile("(.*)/lib/node_modules/(?:@[^/]+/)?[^/]+/package\\.json");
    private static final Set<String> SYSTEM = Set.of("", "/usr", "/usr/local");

    @Override
    public void read(SectionText text, Findings findings) {
        text.sources()
                .forEach((source, lines) -> {
                    Matcher matcher = SOURCE.matcher(source);
                    if (matcher.matches()) {
                        read(lines, matcher.group(1), source, findings);
                    }
                });
    }

    private static void read(List<String> lines, String base, String source, Findings findings) {
        try (JsonParser parser = Json.parser(lines)) {
            Manifest manifest = manifest(parser);
            String name = Cleaned.value(manifest.name());
            String version = Cleaned.value(manifest.version());
            if (name != null && version != null) {
                findings.add(
                        findings.packages,
                        new InstalledPackage(
                                findings.section(),
                                PackageType.NPM,
                                name,
                                version,
                                null,
                                null,
                                null,
                                null,
                                null,
                                SYSTEM.contains(base) ? null : base));
            }
        } catch (JacksonException e) {
            findings.remark(source + " was left out. " + Json.problem(e));
        }
    }

    private record Manifest(@Nullable String name, @Nullable String version) {}

    private static Manifest manifest(JsonParser parser) {
        String name = null;
        String version = null;
        if (parser.nextToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = parser.currentName();
                boolean text = parser.nextToken() == JsonToken.VALUE_STRING;
                if (text && "name".equals(key)) {
                    name = parser.getString();
                } else if (text && "version".equals(key)) {
                    version = parser.getString();
                } else {
                    parser.skipChildren();
                }
            }
        }
        return new Manifest(name, version);
    }
}
