package dev.cadastre.server.web.api.parcel;

import dev.cadastre.api.parcel.Parcel;
import dev.cadastre.api.parcel.ParcelDetail;
import dev.cadastre.api.parcel.ParcelParameter;
import dev.cadastre.parcel.artefact.ParcelArtefact;
import dev.cadastre.parcel.artefact.ParcelContents;
import dev.cadastre.parcel.definition.ParcelDefinition;
import dev.cadastre.parcel.parameters.Parameter;
import dev.cadastre.parcel.parameters.ParameterSchema;
import dev.cadastre.parcel.parameters.ParameterType;
import dev.cadastre.parcel.parameters.Value;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.parcels.KeptParcel;
import dev.cadastre.server.parcels.repository.ParcelManual;
import dev.cadastre.server.parcels.repository.ParcelUse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Parcels as they are sent, and shown. */
public final class ParcelRecords {

    private ParcelRecords() {}

    /**
     * One.
     *
     * @param users the apps that have it
     * @param reach where the reader may see apps
     */
    public static Parcel parcel(KeptParcel kept, List<ParcelUse.User> users, Reach reach) {
        return new Parcel(
                kept.name(),
                kept.version(),
                kept.digest(),
                kept.summary(),
                kept.licence(),
                kept.owner(),
                kept.provides(),
                kept.requires(),
                kept.signers(),
                kept.size(),
                kept.addedBy(),
                kept.addedAt(),
                users.stream()
                        .filter(user -> reach.covers(user.environment()))
                        .map(ParcelUse.User::toString)
                        .toList());
    }

    /** One with all that it says of itself. */
    public static ParcelDetail detail(Parcel parcel, ParcelArtefact artefact) {
        ParcelContents contents = artefact.contents();
        ParcelDefinition definition = contents.definition();
        Map<String, String> needs = new LinkedHashMap<>();
        definition.needs().forEach((key, text) -> needs.put(key, text.raw()));
        return new ParcelDetail(
                parcel,
                parameters(contents.schemas()),
                needs,
                changes(contents),
                List.copyOf(definition.tests().keySet()),
                List.copyOf(definition.monitors().keySet()),
                new ParcelManual(artefact).pages());
    }

    private static List<String> changes(ParcelContents contents) {
        return ParcelDefinition.VERBS.stream()
                .filter(verb ->
                        contents.definition().changes().containsKey(verb)
                                || contents.files().containsKey(ParcelDefinition.changeFile(verb)))
                .toList();
    }

    /** What a parcel says of a parameter counts before what its base says. */
    private static List<ParcelParameter> parameters(List<ParameterSchema> schemas) {
        Map<String, Parameter> all = new TreeMap<>();
        schemas.forEach(schema -> all.putAll(schema.parameters()));
        return all.values().stream()
                .map(parameter ->
                        parameter(
                                parameter,
                                schemas.stream()
                                        .anyMatch(schema ->
                                                schema.required().contains(parameter.name()))))
                .toList();
    }

    private static ParcelParameter parameter(Parameter parameter, boolean required) {
        return new ParcelParameter(
                parameter.name(),
                parameter
                        .itemType()
                        .map(items -> ParameterType.ARRAY.word() + " of " + items.word())
                        .orElse(parameter.type().word()),
                parameter.secret(),
                required,
                parameter.from().map(Object::toString).orElse(null),
                parameter.defaultValue().map(Value::text).orElse(null),
                parameter.description().isEmpty() ? null : parameter.description());
    }
}
