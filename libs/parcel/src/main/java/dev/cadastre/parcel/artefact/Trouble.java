package dev.cadastre.parcel.artefact;

import dev.cadastre.change.archive.FilePaths;
import dev.cadastre.change.tar.TarProblem;
import dev.cadastre.ini.Problem;
import dev.cadastre.parcel.folder.ParcelRules;
import dev.cadastre.parcel.oci.BlobAltered;
import dev.cadastre.parcel.oci.BlobMissing;
import dev.cadastre.parcel.oci.BlobTooLarge;
import dev.cadastre.parcel.oci.MalformedJson;
import java.io.IOException;

/** What is wrong with parts of an artefact, in the words of the format. Pure. */
final class Trouble {

    static final String MANIFEST = "manifest";
    static final String CONFIG = "config";
    static final String ANEW = "get it from where it was built, or build it anew";

    private Trouble() {}

    static String layer(int number) {
        return "layer " + number;
    }

    static Problem of(String part, String code, String message) {
        return ParcelRules.error(part, code, message, ANEW);
    }

    static Problem notCanonical(String part) {
        return of(part, "parcel.not-canonical", "the same content, built anew, has another digest");
    }

    /**
     * The problem that an exception tells of.
     *
     * @throws IOException the same, if the artefact is not to blame for it
     */
    static Problem of(String part, IOException trouble) throws IOException {
        String message = FilePaths.shown(String.valueOf(trouble.getMessage()));
        if (trouble instanceof BlobMissing) {
            return of(part, "parcel.blob-missing", message);
        } else if (trouble instanceof BlobAltered) {
            return of(part, "parcel.blob-altered", message);
        } else if (trouble instanceof BlobTooLarge) {
            return of(part, "parcel.too-large", message);
        } else if (trouble instanceof MalformedJson || trouble instanceof TarProblem) {
            return of(part, "parcel.artefact-broken", message);
        }
        throw trouble;
    }

    /** The same problem, of a part of something that has a name. */
    static Problem within(String name, Problem problem) {
        return new Problem(
                problem.severity(),
                name + "/" + problem.file(),
                problem.line(),
                problem.column(),
                problem.code(),
                problem.message(),
                problem.remedy());
    }
}
