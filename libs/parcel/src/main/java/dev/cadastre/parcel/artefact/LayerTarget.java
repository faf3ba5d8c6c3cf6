package dev.cadastre.parcel.artefact;

import java.io.IOException;
import java.io.OutputStream;

/** Where files of a layer are put. */
@FunctionalInterface
interface LayerTarget {

    /** Puts none anywhere. */
    LayerTarget NONE = (path, executable) -> OutputStream.nullOutputStream();

    /** Opens what takes a file, whose path is safe and new, and which counts. */
    OutputStream file(String path, boolean executable) throws IOException;
}
