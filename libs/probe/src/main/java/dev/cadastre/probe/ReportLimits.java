package dev.cadastre.probe;

/**
 * How much of what a host sends is looked at. Memory use stays in proportion to these, whatever the
 * host sends.
 *
 * @param reportBytes the whole report, where each line counts as 64 bytes and each source as 256
 *     bytes more than its text; beyond it the report is garbled
 * @param lineBytes one line; longer ones are cut and make their section {@code TRUNCATED}
 * @param sections plug-ins and snippets included; beyond it the report is garbled
 * @param items facts, packages, sockets … each; further ones are dropped and make their section
 *     {@code TRUNCATED}
 */
public record ReportLimits(long reportBytes, int lineBytes, int sections, int items) {

    /** Enough for a host with tens of thousands of packages and connections. */
    public static final ReportLimits DEFAULT = new ReportLimits(64L << 20, 1 << 20, 500, 200_000);
}
