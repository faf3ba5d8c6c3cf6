package dev.cadastre.parcel.registry;

import dev.cadastre.ini.Problem;
import java.util.List;

/**
 * What a copy did.
 *
 * @param copied the parcels that were not there, or not with all signatures
 * @param present those that were there
 * @param problems of the others, with the parcel as file
 */
public record CopyReport(
        List<ParcelVersion> copied, List<ParcelVersion> present, List<Problem> problems) {

    /** Copies the lists. */
    public CopyReport {
        copied = List.copyOf(copied);
        present = List.copyOf(present);
        problems = List.copyOf(problems);
    }
}
