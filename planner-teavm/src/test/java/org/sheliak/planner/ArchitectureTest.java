package org.sheliak.planner;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

/// Keeps the planner within what TeaVM translates faithfully, and its packages apart.
@AnalyzeClasses(packages = "org.sheliak.planner", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
    /// Methods whose results in JavaScript differ from the JVM's, or whose translation is many times their worth in
    /// size.
    private static final Set<String> BANNED_METHODS = Set.of(
            "java.lang.String.format",
            "java.lang.String.formatted",
            "java.lang.String.split",
            "java.lang.String.matches",
            "java.lang.String.replaceAll",
            "java.lang.String.replaceFirst",
            "java.lang.Character.isLetter",
            "java.lang.Character.isDigit",
            "java.lang.Character.isLetterOrDigit",
            "java.lang.Character.isJavaIdentifierStart",
            "java.lang.Character.isJavaIdentifierPart",
            "java.lang.Character.isWhitespace",
            "java.lang.Math.round",
            "java.lang.Math.rint",
            "java.lang.Math.tanh",
            "java.lang.Math.expm1",
            "java.lang.Math.cbrt",
            "java.lang.Math.log10",
            "java.lang.Double.toString",
            "java.lang.Double.parseDouble",
            "java.lang.Float.toString",
            "java.lang.Float.parseFloat",
            "java.util.stream.Collectors.toSet",
            "java.util.stream.Collectors.toMap",
            "java.util.stream.Collectors.groupingBy",
            "java.util.Set.copyOf",
            "java.util.Map.copyOf",
            "java.util.Map.entry",
            "java.util.Map.ofEntries");

    private static final Set<String> NUMBER_TYPES = Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    @ArchTest
    static final ArchRule untranslatableMethods_areNotCalled = noClasses()
            .that()
            .haveNameNotMatching("org\\.sheliak\\.planner\\.json\\.JvmNumbers.*")
            .should()
            .accessTargetWhere(
                    describe("a method that TeaVM does not translate faithfully", ArchitectureTest::isBanned));

    @ArchTest
    static final ArchRule collectionsWithoutOrder_areNotUsed = noClasses()
            .should()
            .accessTargetWhere(
                    describe("a collection whose order differs between the platforms", ArchitectureTest::isUnordered));

    @ArchTest
    static final ArchRule numbers_becomeTextInOnePlace = noClasses()
            .should()
            .accessTargetWhere(describe(
                    "a conversion of a double to or from text other than Numbers", ArchitectureTest::convertsNumber));

    @ArchTest
    static final ArchRule regularExpressions_areNotUsed =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("java.util.regex..", "java.text..");

    @ArchTest
    static final ArchRule teavm_isKnownToJsAlone = noClasses()
            .that()
            .resideOutsideOfPackage("org.sheliak.planner.js")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.teavm..");

    @ArchTest
    static final ArchRule classes_needNothingButJava = noClasses()
            .that()
            .resideOutsideOfPackage("org.sheliak.planner.js")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("org.sheliak.planner..", "java.lang..", "java.util..", "org.jspecify..");

    @ArchTest
    static final ArchRule packages_formNoCycles =
            slices().matching("org.sheliak.planner.(*)..").should().beFreeOfCycles();

    private static boolean isBanned(JavaAccess<?> access) {
        return BANNED_METHODS.contains(ownerOf(access) + "." + access.getName());
    }

    private static boolean isUnordered(JavaAccess<?> access) {
        boolean isHashed = Set.of("java.util.HashMap", "java.util.HashSet", "java.util.IdentityHashMap")
                .contains(ownerOf(access));
        return (isHashed && access.getName().equals("<init>")) || isFilledSetOrMap(access);
    }

    /// `Set.of` with two elements or more, `Map.of` with two entries or more.
    private static boolean isFilledSetOrMap(JavaAccess<?> access) {
        int arguments = parametersOf(access).size();
        boolean isArray = arguments == 1 && parametersOf(access).getFirst().startsWith("[");
        return access.getName().equals("of")
                && switch (ownerOf(access)) {
                    case "java.util.Set" -> arguments > 1 || isArray;
                    case "java.util.Map" -> arguments > 2;
                    default -> false;
                };
    }

    private static boolean convertsNumber(JavaAccess<?> access) {
        boolean takesNumber = parametersOf(access).stream().anyMatch(NUMBER_TYPES::contains);
        return switch (ownerOf(access)) {
            case "java.lang.String", "java.lang.StringBuilder" -> takesNumber;
            case "java.lang.Double", "java.lang.Float" -> access.getName().equals("valueOf") && !takesNumber;
            default -> false;
        };
    }

    /// The names of the parameters' types; none for a field.
    private static List<String> parametersOf(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                ? target.getRawParameterTypes().stream().map(JavaClass::getName).toList()
                : List.of();
    }

    private static String ownerOf(JavaAccess<?> access) {
        return access.getTargetOwner().getName();
    }
}
