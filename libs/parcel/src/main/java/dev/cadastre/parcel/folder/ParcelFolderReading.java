package dev.cadastre.parcel.folder;

import dev.cadastre.ini.Problem;
import java.util.List;

/**
 * What was found in a folder, and what is wrong with it.
 *
 * @param folder all that could be read; after an error it serves only to look for further problems
 * @param problems all that is wrong with its files; what stands in them is not looked at
 */
public record ParcelFolderReading(ParcelFolder folder, List<Problem> problems) {

    /** Copies what can be changed. */
    public ParcelFolderReading {
        problems = List.copyOf(problems);
    }
}
