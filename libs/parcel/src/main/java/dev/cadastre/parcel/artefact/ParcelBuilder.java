package dev.cadastre.parcel.artefact;

import dev.cadastre.ini.Problem;
import dev.cadastre.ini.Problems;
import dev.cadastre.parcel.Requirement;
import dev.cadastre.parcel.definition.ParcelDefinition;
import dev.cadastre.parcel.folder.ParcelFile;
import dev.cadastre.parcel.folder.ParcelFolder;
import dev.cadastre.parcel.folder.ParcelFolderReading;
import dev.cadastre.parcel.folder.ParcelRules;
import dev.cadastre.parcel.oci.Descriptor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Builds a parcel of a folder. The same folder gives the same bytes. For one folder. */
public final class ParcelBuilder {

    /** Hides nothing of the parcel itself. */
    private static final String BESIDE = "parcel.top-unknown";

    private static final String CYCLE = "parcel.base-cycle";

    private final ParcelFolder folder;
    private final Problems problems = new Problems(".");
    private final SortedMap<String, byte[]> documents = new TreeMap<>();

    private ParcelBuilder(ParcelFolderReading reading) {
        this.folder = reading.folder();
        problems.addAll(reading.problems());
        ParcelRules.DOCUMENTS.forEach(
                name -> folder.document(name).ifPresent(text -> documents.put(name, text)));
    }

    /**
     * Builds one, in memory but for what its layers hold.
     *
     * @return the parcel, or all that is wrong with the folder
     * @throws IOException if a file was changed while it was built, or the bases cannot be asked
     */
    public static ParcelBuilding build(Path folder, Bases bases) throws IOException {
        return new ParcelBuilder(ParcelFolder.read(folder)).build(bases);
    }

    private ParcelBuilding build(Bases bases) throws IOException {
        boolean isWhole = problems.list().stream().allMatch(known -> known.code().equals(BESIDE));
        Optional<Requirement> wanted = ini().flatMap(ParcelDefinition::base);
        Optional<ParcelArtefact> base =
                wanted.isPresent() ? find(wanted.get(), bases) : Optional.empty();
        boolean isBaseKnown = wanted.isPresent() == base.isPresent();
        ContentsReading reading =
                new ContentsReader(
                                documents,
                                folder.files(),
                                base.map(ParcelArtefact::contents),
                                isBaseKnown,
                                isBaseKnown && isWhole)
                        .read();
        reading.problems().stream().filter(this::isNew).forEach(problems::add);
        reading.contents().ifPresent(contents -> cycle(contents.definition(), base));
        return problems.hasNoErrors() && reading.contents().isPresent()
                ? assembled(reading.contents().get(), base)
                : new ParcelBuilding(Optional.empty(), problems.list());
    }

    private boolean isNew(Problem problem) {
        return problems.list().stream().noneMatch(known -> implies(known, problem));
    }

    /** The folder was measured before, and what is too large to be read is not missing. */
    private static boolean implies(Problem known, Problem problem) {
        return problem.code().equals("parcel.definition-missing")
                ? known.file().equals(problem.file())
                : known.code().equals(problem.code()) && known.code().startsWith("parcel.too");
    }

    private Optional<ParcelArtefact> find(Requirement wanted, Bases bases) throws IOException {
        if (ini().filter(ParcelDefinition::isOnItself).isPresent()) {
            error(
                    CYCLE,
                    "%s builds on itself".formatted(wanted.name()),
                    "call one of the two something else");
            return Optional.empty();
        }
        Optional<ParcelArtefact> base = bases.find(wanted);
        if (base.isEmpty()) {
            error(
                    "parcel.base-missing",
                    "there is no parcel %s %s to build on".formatted(wanted.name(), wanted.range()),
                    "put one into a repository that is searched, or write another range");
        }
        return base;
    }

    private void cycle(ParcelDefinition definition, Optional<ParcelArtefact> base) {
        Optional<BaseConfig> below = base.map(ParcelArtefact::asBase);
        if (below.isPresent() && below.get().depth() > BaseConfig.DEEPEST) {
            error(
                    CYCLE,
                    "there are more than %d bases below each other".formatted(BaseConfig.DEEPEST),
                    "build on one of the lower ones");
        }
        for (; below.isPresent(); below = below.flatMap(BaseConfig::base)) {
            if (below.get().name().equals(definition.name())) {
                error(
                        CYCLE,
                        "%s builds on %s %s"
                                .formatted(
                                        definition.name(),
                                        below.get().name(),
                                        below.get().version()),
                        "call one of the two something else");
            }
        }
    }

    private void error(String code, String message, String remedy) {
        int line = ini().map(ParcelDefinition::lineOfBase).orElse(0);
        problems.add(Problem.error(ParcelDefinition.FILE, line, 0, code, message, remedy));
    }

    private Optional<byte[]> ini() {
        return Optional.ofNullable(documents.get(ParcelDefinition.FILE));
    }

    private ParcelBuilding assembled(ParcelContents contents, Optional<ParcelArtefact> base)
            throws IOException {
        List<Descriptor> layers = new ArrayList<>();
        Map<String, BuiltParcel.Opening> openings = new HashMap<>();
        Map<String, LayeredFile> files = new HashMap<>();
        if (base.isPresent()) {
            for (Descriptor layer : base.get().manifest().layers()) {
                layers.add(layer);
                openings.put(layer.digest(), () -> base.get().blobs().open(layer));
            }
            base.get().config().files().forEach(file -> files.put(file.file().path(), file));
        }
        for (LayerKind kind : LayerKind.values()) {
            List<ParcelFile> own =
                    folder.files().values().stream()
                            .filter(file -> kind.takes(file.path()))
                            .toList();
            if (!own.isEmpty()) {
                LayerTar tar = new LayerTar(own, folder::open);
                Descriptor layer = tar.descriptor(kind);
                int number = layers.size();
                own.forEach(file -> files.put(file.path(), new LayeredFile(file, number)));
                layers.add(layer);
                openings.put(layer.digest(), tar::open);
            }
        }
        Assembly assembly =
                Assembly.of(
                        contents.definition(),
                        texts(),
                        sorted(contents, files),
                        layers,
                        base.map(ParcelArtefact::asBase));
        return checked(assembly, contents, openings);
    }

    /** All of it was read as UTF-8 before. */
    private SortedMap<String, String> texts() {
        SortedMap<String, String> texts = new TreeMap<>();
        documents.forEach(
                (name, content) -> texts.put(name, new String(content, StandardCharsets.UTF_8)));
        return texts;
    }

    private static List<LayeredFile> sorted(
            ParcelContents contents, Map<String, LayeredFile> files) {
        return contents.files().keySet().stream()
                .flatMap(path -> Optional.ofNullable(files.get(path)).stream())
                .toList();
    }

    private ParcelBuilding checked(
            Assembly assembly, ParcelContents contents, Map<String, BuiltParcel.Opening> openings) {
        long size = assembly.manifest().config().size();
        if (size > ParcelConfig.MOST_BYTES) {
            problems.add(
                    ParcelRules.error(
                            ".",
                            "parcel.too-large",
                            "its config has %d bytes, more than %d"
                                    .formatted(size, ParcelConfig.MOST_BYTES),
                            "keep fewer files, or give them shorter names"));
            return new ParcelBuilding(Optional.empty(), problems.list());
        }
        return new ParcelBuilding(
                Optional.of(new BuiltParcel(assembly, contents, openings)), problems.list());
    }
}
