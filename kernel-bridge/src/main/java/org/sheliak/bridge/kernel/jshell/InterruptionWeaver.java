package org.sheliak.bridge.kernel.jshell;

import java.io.ByteArrayInputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;

/// Puts a call of [CellInterruption#check] at the start of every method of a class and before every jump backwards.
final class InterruptionWeaver implements CodeTransform {
    private static final ClassDesc INTERRUPTION = ClassDesc.of(CellInterruption.class.getName());

    private final Set<Label> passed = new HashSet<>();

    /// Weaves classes that may name each other.
    ///
    /// @param loader knows the classes that were loaded before
    static ClassBytecodes[] weave(ClassBytecodes[] classes, ClassLoader loader) {
        ClassFile format = ClassFile.of(ClassHierarchyResolverOption.of(hierarchy(classes, loader)));
        ClassTransform transform =
                ClassTransform.transformingMethodBodies(CodeTransform.ofStateful(InterruptionWeaver::new));
        ClassBytecodes[] woven = new ClassBytecodes[classes.length];
        for (int i = 0; i < classes.length; i++) {
            byte[] bytes = format.transformClass(format.parse(classes[i].bytecodes()), transform);
            woven[i] = new ClassBytecodes(classes[i].name(), bytes);
        }
        return woven;
    }

    @Override
    public void atStart(CodeBuilder builder) {
        check(builder);
    }

    @Override
    public void accept(CodeBuilder builder, CodeElement element) {
        if (element instanceof LabelTarget target) {
            passed.add(target.label());
        } else if (element instanceof BranchInstruction branch && passed.contains(branch.target())) {
            check(builder);
        }
        builder.with(element);
    }

    private static void check(CodeBuilder builder) {
        builder.invokestatic(INTERRUPTION, "check", ConstantDescs.MTD_void);
    }

    private static ClassHierarchyResolver hierarchy(ClassBytecodes[] classes, ClassLoader loader) {
        Map<ClassDesc, byte[]> bytes = new HashMap<>();
        for (ClassBytecodes each : classes) {
            bytes.put(ClassDesc.of(each.name()), each.bytecodes());
        }
        return ClassHierarchyResolver.ofResourceParsing(name -> {
                    byte[] found = bytes.get(name);
                    return found == null ? null : new ByteArrayInputStream(found);
                })
                .orElse(ClassHierarchyResolver.ofClassLoading(loader));
    }
}
