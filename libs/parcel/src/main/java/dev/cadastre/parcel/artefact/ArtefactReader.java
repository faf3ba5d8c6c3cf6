package dev.cadastre.parcel.artefact;

import dev.cadastre.ini.Problem;
import dev.cadastre.ini.Problems;
import dev.cadastre.ini.Quoted;
import dev.cadastre.parcel.ParcelType;
import dev.cadastre.parcel.Provision;
import dev.cadastre.parcel.definition.ParcelDefinition;
import dev.cadastre.parcel.folder.ParcelFile;
import dev.cadastre.parcel.folder.ParcelRules;
import dev.cadastre.parcel.oci.Blobs;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.Manifest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads all of an artefact but its layers, and notes all that is wrong with it. For one artefact.
 */
final class ArtefactReader {

    private final Blobs blobs;
    private final Problems problems = new Problems(Trouble.MANIFEST);

    ArtefactReader(Blobs blobs) {
        this.blobs = blobs;
    }

    ArtefactReading read(Descriptor descriptor) throws IOException {
        Optional<ParcelArtefact> artefact = Optional.empty();
        Optional<byte[]> bytes = blob(Trouble.MANIFEST, descriptor, Manifest.MOST_BYTES);
        Optional<Manifest> manifest = bytes.flatMap(this::manifest);
        if (manifest.isPresent() && isParcel(manifest.get())) {
            artefact = artefact(manifest.get(), bytes.get());
            artefact.ifPresent(read -> compareListed(descriptor, read.descriptor()));
        }
        return new ArtefactReading(
                problems.hasNoErrors() ? artefact : Optional.empty(), problems.list());
    }

    /** An index need not repeat what the manifest says, but says nothing else. */
    private void compareListed(Descriptor listed, Descriptor expected) {
        boolean isSame =
                expected.annotations().entrySet().stream()
                        .allMatch(told ->
                                listed.annotations()
                                        .getOrDefault(told.getKey(), told.getValue())
                                        .equals(told.getValue()));
        if (!isSame) {
            problems.add(
                    Trouble.of(
                            Trouble.MANIFEST,
                            "parcel.config-differs",
                            "the index lists it with other annotations than its own"));
        }
    }

    private Optional<byte[]> blob(String part, Descriptor blob, int most) throws IOException {
        try {
            return Optional.of(blobs.read(blob, most));
        } catch (IOException e) {
            problems.add(Trouble.of(part, e));
            return Optional.empty();
        }
    }

    private Optional<Manifest> manifest(byte[] json) {
        try {
            return Optional.of(Manifest.read(json));
        } catch (IOException e) {
            broken(Trouble.MANIFEST, e);
            return Optional.empty();
        }
    }

    private void broken(String part, Exception why) {
        problems.add(Trouble.of(part, "parcel.artefact-broken", String.valueOf(why.getMessage())));
    }

    private boolean isParcel(Manifest manifest) {
        boolean isParcel =
                manifest.artifactType().equals(ParcelType.PARCEL)
                        && manifest.config().mediaType().equals(ParcelConfig.MEDIA_TYPE);
        if (!isParcel) {
            problems.add(
                    ParcelRules.error(
                            Trouble.MANIFEST,
                            "parcel.artefact-kind",
                            "it is of the type %s with a config of %s"
                                    .formatted(
                                            Quoted.of(manifest.artifactType()),
                                            Quoted.of(manifest.config().mediaType())),
                            "name a parcel"));
        }
        return isParcel;
    }

    private Optional<ParcelArtefact> artefact(Manifest manifest, byte[] bytes) throws IOException {
        Optional<byte[]> json = blob(Trouble.CONFIG, manifest.config(), ParcelConfig.MOST_BYTES);
        Optional<ParcelConfig> config = json.flatMap(this::config);
        if (config.isEmpty()) {
            return Optional.empty();
        }
        new LayerRules(config.get(), manifest.layers(), problems).check();
        if (!problems.hasNoErrors()) {
            return Optional.empty();
        }
        Optional<ParcelContents> contents = contents(config.get(), manifest.layers().size());
        contents.ifPresent(read ->
                compare(
                        config.get(),
                        json.orElseThrow(),
                        manifest,
                        bytes,
                        assembled(read, config.get(), manifest)));
        return contents.map(read -> new ParcelArtefact(blobs, manifest, config.get(), read));
    }

    private Optional<ParcelConfig> config(byte[] json) {
        try {
            return Optional.of(ConfigReader.read(json));
        } catch (IOException e) {
            broken(Trouble.CONFIG, e);
        } catch (LaterFormat e) {
            problems.add(
                    ParcelRules.error(
                            Trouble.CONFIG,
                            "parcel.artefact-kind",
                            String.valueOf(e.getMessage()),
                            "use a newer Cadastre"));
        }
        return Optional.empty();
    }

    /** What a base had that its successors replaced is not known without the layers. */
    private Optional<ParcelContents> contents(ParcelConfig config, int layers) {
        Levels levels = Levels.of(config, layers);
        Optional<ParcelContents> base = Optional.empty();
        for (Levels.Level level : levels.all()) {
            boolean isOwn = level.equals(levels.own());
            Optional<ParcelContents> read = read(level, config, base, isOwn);
            if (read.isEmpty()) {
                return read;
            }
            below(read.get(), base, level);
            base = read;
        }
        return base;
    }

    /** What is told of bases is what the documents say. */
    private void below(
            ParcelContents contents, Optional<ParcelContents> below, Levels.Level level) {
        ParcelDefinition definition = contents.definition();
        boolean isNamed =
                level.config()
                        .map(told ->
                                told.name().equals(definition.name())
                                        && told.version().equals(definition.version()))
                        .orElse(true);
        boolean isWanted =
                definition
                        .base()
                        .map(wanted -> below.isPresent() && wanted.isMetBy(itself(below.get())))
                        .orElse(below.isEmpty());
        if (!isNamed || !isWanted) {
            problems.add(
                    Trouble.of(
                            Trouble.CONFIG,
                            "parcel.config-differs",
                            "%s builds on something else than its documents say"
                                    .formatted(definition.name())));
        }
    }

    private static Provision itself(ParcelContents contents) {
        return new Provision(contents.definition().name(), contents.definition().version());
    }

    private Optional<ParcelContents> read(
            Levels.Level level,
            ParcelConfig config,
            Optional<ParcelContents> base,
            boolean areFilesKnown) {
        Map<String, ParcelFile> files = level.files(config.files());
        ContentsReading reading =
                new ContentsReader(level.contents(), files, base, true, areFilesKnown).read();
        List<Problem> told =
                level.name().isEmpty()
                        ? reading.problems()
                        : reading.problems().stream()
                                .map(problem -> Trouble.within(level.name(), problem))
                                .toList();
        problems.addAll(told);
        return reading.contents();
    }

    private static Assembly assembled(
            ParcelContents contents, ParcelConfig config, Manifest manifest) {
        return Assembly.of(
                contents.definition(),
                config.documents(),
                config.files(),
                manifest.layers().stream().map(Assembly::plain).toList(),
                config.base());
    }

    private void compare(
            ParcelConfig config,
            byte[] configBytes,
            Manifest manifest,
            byte[] manifestBytes,
            Assembly anew) {
        if (!anew.config().equals(config)) {
            problems.add(
                    Trouble.of(
                            Trouble.CONFIG,
                            "parcel.config-differs",
                            "it says something else than the documents"));
        } else if (!Arrays.equals(anew.config().bytes(), configBytes)) {
            problems.add(Trouble.notCanonical(Trouble.CONFIG));
        } else if (!anew.manifest().annotations().equals(manifest.annotations())) {
            problems.add(
                    Trouble.of(
                            Trouble.MANIFEST,
                            "parcel.config-differs",
                            "its annotations say something else than the documents"));
        } else if (!Arrays.equals(anew.manifest().bytes(), manifestBytes)) {
            problems.add(Trouble.notCanonical(Trouble.MANIFEST));
        }
    }
}
