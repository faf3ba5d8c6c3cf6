package dev.cadastre.api.parcel;

import java.util.List;
import java.util.Map;

/**
 * All that a parcel says of itself.
 *
 * @param parameters by name
 * @param needs what its hosts need, as lines of {@code [needs]}
 * @param changes those that it has, as {@code install}
 * @param tests their names
 * @param monitors their names
 * @param manual the pages of its manual, as {@code index.md}
 */
public record ParcelDetail(
        Parcel parcel,
        List<ParcelParameter> parameters,
        Map<String, String> needs,
        List<String> changes,
        List<String> tests,
        List<String> monitors,
        List<String> manual) {}
