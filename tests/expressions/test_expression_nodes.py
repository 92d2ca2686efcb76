import copy
import pickle
import subprocess
import sys
from fractions import Fraction

import pytest

from thidua.expressions import (
    Add,
    Case,
    Choose,
    Compare,
    Divide,
    Field,
    Minimum,
    Multiply,
    Named,
    Number,
    OfCluster,
    RoundHalfUp,
    Subtract,
    WholeSteps,
    children,
    depends_on_cluster,
    fields_of,
)
from thidua.expressions import nodes as all_nodes

A, B = Field("a"), Field("b")
ONE = Number(Fraction(1))


@pytest.mark.parametrize(
    ("built", "node"),
    [
        (A + 1, Add((A, ONE))),
        (1 + A, Add((ONE, A))),
        (A + B + 1, Add((A, B, ONE))),
        (A - Fraction(1), Subtract(A, ONE)),
        (1 - A, Subtract(ONE, A)),
        (A * B, Multiply(A, B)),
        (Fraction(1) * A, Multiply(ONE, A)),
        (A / 1, Divide(A, ONE)),
        (Fraction(1) / A, Divide(ONE, A)),
    ],
)
def test_operators_build_nodes_and_lift_exact_numbers(built, node):
    assert built == node


def test_floats_are_refused():
    with pytest.raises(TypeError):
        A * 0.5
    with pytest.raises(TypeError):
        Number(0.5)


@pytest.mark.parametrize(
    ("built", "node"), [(0 * A, Multiply(Number(Fraction(0)), A)), (A - A, Subtract(A, A)), (A / A, Divide(A, A))]
)
def test_nothing_is_simplified(built, node):
    assert built == node


@pytest.mark.parametrize("kind", ["Add", "Minimum", "Maximum", "And", "Or"])
def test_terms_cannot_be_empty(kind):
    with pytest.raises(ValueError, match=kind):
        getattr(all_nodes, kind)(())


def test_steps_are_above_zero():
    with pytest.raises(ValueError, match="above zero"):
        RoundHalfUp(A, Fraction(0))
    with pytest.raises(ValueError, match="above zero"):
        WholeSteps(A, Fraction(-1), "down")


def test_equal_parts_make_equal_nodes_with_equal_hashes():
    first, second = RoundHalfUp((A - B) / B * 40, Fraction(1, 100)), RoundHalfUp((A - B) / B * 40, Fraction(1, 100))
    assert first is not second
    assert first == second
    assert hash(first) == hash(second)
    assert first != RoundHalfUp((A - B) / B * 41, Fraction(1, 100))


def test_nodes_of_different_kinds_with_equal_parts_differ():
    assert Minimum((A, B)) != Add((A, B))


def test_labels_tell_two_choices_apart():
    def choose(words):
        return Choose((Case(Compare("<", A, B), ONE, (words,)),))

    assert choose("đạt") == choose("đạt")
    assert choose("đạt") != choose("không đạt")


def test_the_hash_is_worked_out_once():
    tree = A
    for _ in range(5_000):  # a hash that walks the tree would fail with RecursionError
        tree = Named(tree, "tên")
    assert isinstance(hash(tree), int)


def test_nodes_cannot_be_changed():
    with pytest.raises(AttributeError, match="immutable"):
        A.name = "b"


def test_a_copy_equals_its_original():
    tree = OfCluster("max", A / B, Compare(">", B, ONE))
    assert copy.deepcopy(tree) == tree
    assert pickle.loads(pickle.dumps(tree)) == tree


def test_a_pickle_hashes_anew_in_another_process():
    code = (
        "import pickle, sys; from thidua.expressions import Field;"
        "node = pickle.loads(sys.stdin.buffer.read()); print(hash(node) == hash(Field('a')))"
    )
    done = subprocess.run([sys.executable, "-c", code], input=pickle.dumps(A), capture_output=True, check=True)
    assert done.stdout.strip() == b"True"


def test_children_come_in_reading_order():
    condition = Compare("<", A, B)
    choose = Choose((Case(condition, A),), B, ("nhãn ", ONE))
    assert children(choose) == (condition, A, B)
    assert children(OfCluster("sum", A, condition)) == (A, condition)
    assert children(OfCluster("sum", A)) == (A,)
    assert children(A) == ()


def test_fields_shown_only_in_labels_are_not_fields_of_the_tree():
    choose = Choose((Case(Compare("<", A, ONE), ONE, ("có ", Field("label"))),), A + B, ("còn ", Field("other")))
    assert fields_of(choose) == {"a", "b"}
    assert fields_of(ONE) == frozenset()


def test_dependence_on_the_cluster():
    assert depends_on_cluster(40 * (A / OfCluster("max", A)))
    assert not depends_on_cluster(A / B)


def test_taking_apart_a_deep_and_much_shared_tree_is_quick():
    tree = A
    for _ in range(2_000):  # 2^2000 paths
        tree = tree * tree
    assert fields_of(tree) == {"a"}
