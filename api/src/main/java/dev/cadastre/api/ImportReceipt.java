package dev.cadastre.api;

import java.util.List;

/**
 * What was taken over from another inventory.
 *
 * @param hosts how many hosts it told of
 * @param first how many of these nothing was known of before
 * @param remarks what was not taken, or taken in doubt; all else went well
 */
public record ImportReceipt(int hosts, int first, List<Remark> remarks) {

    /** Copies the list. */
    public ImportReceipt {
        remarks = List.copyOf(remarks);
    }

    /**
     * Something about one host.
     *
     * @param host its name in the import
     * @param taken whether what was told of it counts
     * @param reason a sentence
     */
    public record Remark(String host, boolean taken, String reason) {}
}
